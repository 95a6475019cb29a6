// Why something was refused, in the editor's language: typed errors of the core become sentences here, as refusals do in the form.
import type * as vscode from 'vscode';
import type { Allowed } from '../../core/maml/allowed';
import { SettingsError, type Fault, type Refusal } from '../../core/maml/settings';
import { ImageBankError, type ImageReason } from '../../core/maml/tasks/imageBank';
import { ProtocolError } from '../../protocol/decode';
import { messageOf } from '../messageOf';

/** The part of the editor's interface that translates. */
type Translator = { readonly l10n: Pick<typeof vscode.l10n, 't'> };
type Figures = readonly (string | number)[];

/** @returns what says why an error was thrown; the error's own words where it has no typed reason */
export function reasonsIn(vscode: Translator): (error: unknown) => string {
  const images: { readonly [R in ImageReason]: (...figures: Figures) => string } = {
    noFolder: () => vscode.l10n.t('No folder of images has been chosen yet.'),
    noAddress: (...of) => vscode.l10n.t('“imageFolder” is {0}; it must be the address of a folder.', ...of),
    unreadable: (...of) => vscode.l10n.t('The folder cannot be read: {0}', ...of),
    notPng: (...of) => vscode.l10n.t('{0} is not a PNG that can be read: {1}', ...of),
    fewClasses: (...of) => vscode.l10n.t('The folder has {0} classes; at least {1} are needed, two of them for testing.', ...of),
  };
  const faults: { readonly [F in Fault['name']]: (...figures: Figures) => string } = {
    noObject: (...of) => vscode.l10n.t('Settings must be an object, not {0}.', ...of),
    unknownOption: (...of) => vscode.l10n.t('Unknown option “{0}”. Known options: {1}.', ...of),
    linkNumber: (...of) => vscode.l10n.t('“{0}” is “{1}” in the link; it must be a number.', ...of),
    linkLong: (...of) => vscode.l10n.t('The link has {0} characters; at most {1} are read.', ...of),
    linkTwice: (...of) => vscode.l10n.t('“{0}” stands in the link twice.', ...of),
    linkEmpty: () => vscode.l10n.t('The link carries no settings.'),
    notLink: (...of) => vscode.l10n.t('This is not a link to the lab. Such a link looks like {0}', ...of),
    linkDamaged: () => vscode.l10n.t('The link is damaged: it has a “%” that stands for nothing.'),
    startBeyond: (...of) => vscode.l10n.t('“startIteration” is {0}; it must be at most “iterations”, which is {1}.', ...of),
  };
  const rules: { readonly [R in NonNullable<Refusal['rule']>['name']]: (...figures: Figures) => string } = {
    drawings: (...of) =>
      vscode.l10n.t('“shots” and “queryShots” are {0} and {1}; a symbol has {2} drawings, so together they must be at most that.', ...of),
    heavy: (...of) =>
      vscode.l10n.t(
        'One gradient would take in {0} examples with {1} parameters; with that many parameters at most {2} examples fit.',
        ...of,
      ),
    classes: (...of) =>
      vscode.l10n.t('“ways” is {0}; the folder has {1} classes, of which {2} are kept for testing, so it must be at most {2}.', ...of),
    images: (...of) =>
      vscode.l10n.t('“shots” and “queryShots” are {0} and {1}; class “{2}” has {3} images, so together they must be at most that.', ...of),
  };

  function outside(key: string, value: string, allowed: Allowed): string {
    switch (allowed.kind) {
      case 'whole':
        return vscode.l10n.t('“{0}” is {1}; it must be a whole number from {2} to {3}.', key, value, allowed.low, allowed.high);
      case 'real':
        return vscode.l10n.t('“{0}” is {1}; it must be a number from {2} to {3}.', key, value, allowed.low, allowed.high);
      case 'range':
        return vscode.l10n.t('“{0}” is {1}; it must be a range [from, to] within {2} to {3}.', key, value, allowed.low, allowed.high);
      case 'widths': {
        const { most, low, high } = allowed;
        return vscode.l10n.t('“{0}” is {1}; it must be up to {2} whole numbers from {3} to {4}.', key, value, most, low, high);
      }
      case 'oneOf':
        return vscode.l10n.t('“{0}” is {1}; it must be one of {2}.', key, value, allowed.values.join(', '));
    }
  }

  function refused({ key, value, allowed, rule, sentence }: Refusal): string {
    if (rule !== undefined) return rules[rule.name](...rule.figures);
    return allowed === undefined ? sentence : outside(key, value, allowed);
  }

  return (error) => {
    if (error instanceof ImageBankError) return images[error.reason](...error.figures);
    if (error instanceof SettingsError && error.fault !== undefined) return faults[error.fault.name](...error.fault.figures);
    if (error instanceof SettingsError && error.refusals.length > 0) return error.refusals.map(refused).join(' ');
    if (error instanceof ProtocolError && error.fault !== null)
      return vscode.l10n.t('“{0}” is {1}; it must be {2}.', error.fault.path ?? '', error.fault.shown, error.fault.expected);
    return messageOf(error);
  };
}
