// The lab's form: a preset with what it shows, the usual fields, everything else folded away, and refusals at their fields.
import { html, type TemplateResult } from 'lit';
import { FAILING_PRESETS, PRESET_IDS, type PresetId } from '../../../core/maml/presets';
import { ALLOWED, type Refusal, type Settings } from '../../../core/maml/settings';
import type { ImagesView, LabForm } from '../../../protocol/labForm';
import { fill } from '../../shared/words';
import { runButton } from '../runButton';
import { draftOfFamily, draftOfPreset, presetOf, type Draft } from './draft';
import { words } from './formStrings';
import { imagesRow } from './imagesRow';
import { presetWords } from './presetStrings';
import { applies, FURTHER_ROWS, USUAL_ROWS, type SettingRow } from './rows';

export interface FormProps {
  readonly draft: Draft;
  readonly form: LabForm;
  readonly images: ImagesView;
  readonly busy: boolean;
  readonly trained: boolean;
  /** The draft may have moved on since it was drawn: the change is made to the latest. */
  readonly changed: (change: (draft: Draft) => Draft) => void;
  readonly run: () => void;
  readonly chooseImages: () => void;
  readonly cancel: () => void;
}

/** Whether the further settings are unfolded; a refusal among them unfolds them, and they stay so. */
let unfolded = false;

/** Below this a wait needs no warning. */
const LONG = 30;

function duration(seconds: number): string {
  if (seconds < 90) return fill(words.seconds, Math.max(1, Math.round(seconds)));
  return seconds < 5400 ? fill(words.minutes, Math.round(seconds / 60)) : fill(words.hours, Math.round(seconds / 3600));
}

const RULES: { readonly [R in NonNullable<Refusal['rule']>['name']]: string } = {
  drawings: words.refusedDrawings,
  heavy: words.refusedHeavy,
  classes: words.refusedClasses,
  images: words.refusedImages,
};

/** The refusal in the interface's language: the setting, its value and what is allowed. */
function sentenceOf({ key, value, allowed, rule }: Refusal): string {
  if (rule !== undefined) return fill(RULES[rule.name], ...rule.figures);
  if (allowed === undefined) return '';
  const shown = value === '""' ? words.nothing : value;
  const label = words[`label_${key}`];
  switch (allowed.kind) {
    case 'whole':
      return fill(words.refusedWhole, label, shown, allowed.low, allowed.high);
    case 'real':
      return fill(words.refusedReal, label, shown, allowed.low, allowed.high);
    case 'range':
      return fill(words.refusedRange, label, shown, allowed.low, allowed.high);
    case 'widths':
      return fill(words.refusedWidths, label, shown, allowed.most, allowed.low, allowed.high);
    case 'oneOf':
      return fill(words.refusedOneOf, label, shown, allowed.values.join(', '));
  }
}

function rangeOf(key: keyof Settings): string {
  const allowed = ALLOWED[key];
  if (allowed.kind === 'whole' || allowed.kind === 'real') return fill(words.between, allowed.low, allowed.high);
  if (allowed.kind === 'range') return fill(words.betweenPair, allowed.low, allowed.high);
  return allowed.kind === 'widths' ? fill(words.upTo, allowed.most, allowed.low, allowed.high) : '';
}

const options: Readonly<Record<string, string>> = words;

function control({ key, control: kind }: SettingRow, { draft, busy }: FormProps, refused: boolean): TemplateResult {
  const described = refused ? `help-${key} error-${key}` : `help-${key}`;
  const allowed = ALLOWED[key];
  if (kind === 'select' && allowed.kind === 'oneOf')
    return html`<select id="set-${key}" name=${key} aria-describedby=${described} ?disabled=${busy} .value=${draft[key]}>
      ${allowed.values.map((value) => html`<option value=${value} ?selected=${value === draft[key]}>${options[`option_${value}`]}</option>`)}
    </select>`;
  return html`<input
    id="set-${key}"
    name=${key}
    type=${kind === 'number' ? 'number' : 'text'}
    step="any"
    aria-describedby=${described}
    aria-invalid=${refused ? 'true' : 'false'}
    .value=${draft[key]}
    ?readonly=${busy}
  />`;
}

function field(row: SettingRow, props: FormProps): TemplateResult {
  const { key } = row;
  const refusal = props.form.refusals.find((one) => one.key === key);
  return html`<div class="setting">
    <label for="set-${key}">${words[`label_${key}`]}</label>
    ${control(row, props, refusal !== undefined)}
    <p class="help muted" id="help-${key}">${words[`help_${key}`]} ${rangeOf(key)}</p>
    ${refusal === undefined ? null : html`<p class="refusal" role="alert" id="error-${key}">${sentenceOf(refusal)}</p>`}
  </div>`;
}

function presets(props: FormProps): TemplateResult {
  const chosen = presetOf(props.draft);
  const option = (id: PresetId) => html`<option value=${id} ?selected=${id === chosen}>${presetWords[`name_${id}`]}</option>`;
  const good = PRESET_IDS.filter((id) => !FAILING_PRESETS.includes(id));
  const choose = ({ target }: Event) => {
    const id = target instanceof HTMLSelectElement ? PRESET_IDS.find((known) => known === target.value) : undefined;
    if (id !== undefined) props.changed(({ seed }) => ({ ...draftOfPreset(id), seed }));
  };
  return html`<div class="setting preset">
    <label for="preset">${words.preset}</label>
    <select id="preset" aria-describedby="preset-comment" ?disabled=${props.busy} .value=${chosen ?? ''} @change=${choose}>
      ${chosen === undefined ? html`<option value="" selected>${words.ownSettings}</option>` : null}
      <optgroup label=${words.goodPresets}>${good.map(option)}</optgroup>
      <optgroup label=${words.badPresets}>${FAILING_PRESETS.map(option)}</optgroup>
    </select>
    <p class="comment" id="preset-comment" aria-live="polite">
      ${chosen === undefined ? words.ownComment : presetWords[`comment_${chosen}`]}
    </p>
  </div>`;
}

export function formView(props: FormProps): TemplateResult {
  const { draft, form, busy, trained } = props;
  const shown = (rows: readonly SettingRow[]) => rows.filter((row) => applies(row, draft.family, draft.algorithm));
  const change = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || target.name === '') return;
    const { name, value } = target;
    props.changed((latest) => (name === 'family' ? draftOfFamily(value, latest) : { ...latest, [name]: value }));
  };
  const toggled = ({ target }: Event) => {
    if (target instanceof HTMLDetailsElement) unfolded = target.open;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) props.run();
  };
  const hidden = shown(FURTHER_ROWS).some(({ key }) => form.refusals.some((refusal) => refusal.key === key));
  return html`<form class="lab-form" novalidate @submit=${submit} @change=${change}>
    <div class="first">
      ${presets(props)}
      ${runButton({ running: busy, begin: trained ? words.runAgain : words.run, stop: words.cancel, cancel: props.cancel })}
    </div>
    <div class="usual">${shown(USUAL_ROWS).map((row) => field(row, props))}</div>
    ${draft.family === 'images' ? imagesRow(props) : null}
    <details class="all-settings" ?open=${unfolded || hidden} @toggle=${toggled}>
      <summary>${words.further}</summary>
      <div class="grid">${shown(FURTHER_ROWS).map((row) => field(row, props))}</div>
    </details>
    ${form.estimate !== null && form.estimate > LONG ? html`<p class="estimate" role="status">${fill(words.estimate, duration(form.estimate))}</p>` : null}
  </form>`;
}
