/**
 * What code of the notes and questions needs around it to run alone: cells `# %% <slug or question id>` in fixtures/*.py. In a cell,
 * the line ____ stands for the code. `# after: <slug>` puts the code of another note first; `# same: <choice> # <reason>` names
 * a wrong choice that comes to the same result all the same.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Piece } from './python';

export interface Fixture {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly after: readonly string[];
  readonly same: readonly string[];
}
export type Fixtures = ReadonlyMap<string, Fixture>;

const folder = 'test/code/fixtures';

/** The words behind `# name:`; the reason behind the second # is required. */
function directives(source: string, name: string, hasReason: boolean): string[] {
  const pattern = new RegExp(`^# ${name}: (.+?)${hasReason ? ' # .+' : ''}$`, 'gm');
  return [...source.matchAll(pattern)].map((match) => match[1] ?? '');
}

function cellsOf(file: string): [string, Fixture][] {
  const text = fs.readFileSync(path.resolve(file), 'utf8');
  return [...text.matchAll(/^# %% (\S+)\n((?:(?!# %% ).*\n?)*)/gm)].map(([, id = '', source = ''], index, all) => {
    const line = text.slice(0, all[index]?.index).split('\n').length + 1;
    const [after, same] = [directives(source, 'after', false), directives(source, 'same', true)];
    return [id, { file, line, source, after, same }];
  });
}

export function readFixtures(): Fixtures {
  const names = fs.readdirSync(path.resolve(folder)).filter((name) => name.endsWith('.py'));
  const cells = names.sort().flatMap((name) => cellsOf(`${folder}/${name}`));
  const twice = cells.find(([id], index) => cells.findIndex(([other]) => other === id) < index);
  if (twice !== undefined) throw new Error(`Two fixtures are called ${twice[0]}.`);
  return new Map(cells);
}

/** A fixture as two pieces, for code that comes between them. */
export function instantiate({ file, line, source }: Fixture): { before: Piece; after: Piece } {
  const [before = '', after = ''] = source.split(/^____$/m);
  const piece = (text: string, first: number): Piece => ({ source: text, file, line: first, mode: 'run' });
  return { before: piece(before, line), after: piece(after, line + before.split('\n').length) };
}

/** A fixture with `code` in its place, indented as ____ is. */
export const withCode = ({ source }: Fixture, code: string): string =>
  source.replace(/^( *)____$/m, (_, indent: string) => code.trimEnd().replace(/^(?=.)/gm, indent));
