/** The code of the notes: every block in python, in the order of its note, with the output that the note states below it. */
import fs from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';
import { type Fence, type Marker, readFence } from '../../src/build/content/fence';
import { fillValues } from '../../src/build/content/markdown';
import { nameValues, showingOf } from '../../src/core/syllabus/namedValues';
import { type Fixtures, instantiate } from './fixtures';
import { type Piece, type Program, runsSlow } from './python';

const folder = 'syllabus/notes';

export interface Block extends Piece {
  readonly marker: Fence['marker'];
  /** The block of text right below. */
  readonly output: string | undefined;
}

export interface CodeOfNote {
  readonly slug: string;
  readonly blocks: readonly Block[];
}

const modes: Readonly<Record<Marker, Piece['mode']>> = { slow: runsSlow ? 'run' : 'define', needs: 'parse' };

function blocksOf(slug: string): Block[] {
  const file = `${folder}/${slug}.md`;
  const text = fs.readFileSync(path.resolve(file), 'utf8');
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const { values = {} } = parse(front?.[1] ?? '') as { values?: Record<string, string | number> };
  const first = front?.[0].split('\n').length ?? 1;
  const body = fillValues(text.slice(front?.[0].length ?? 0), showingOf(nameValues(values).values), { report: () => undefined });
  const tokens = new MarkdownIt().parse(body, {});
  return tokens.flatMap((token, index): Block[] => {
    if (token.type !== 'fence') return [];
    const { language, marker } = readFence(token.info);
    if (language !== 'python') return [];
    const next = tokens[index + 1];
    const output = next?.type === 'fence' && next.info.trim() === 'text' ? next.content : undefined;
    const line = first + (token.map?.[0] ?? 0) + 1;
    return [{ source: token.content, file, line, mode: marker === undefined ? 'run' : modes[marker.name], marker, output }];
  });
}

export const codeOfNotes = (): CodeOfNote[] =>
  fs
    .readdirSync(path.resolve(folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ slug: name.slice(0, -3), blocks: blocksOf(name.slice(0, -3)) }))
    .filter(({ blocks }) => blocks.length > 0);

/**
 * The note's blocks, with what a fixture puts before and after them; a fixture may begin with the blocks of another note.
 * @returns the program and the place of the first block in it
 */
export function programOf(
  { slug, blocks }: CodeOfNote,
  all: readonly CodeOfNote[],
  fixtures: Fixtures,
): { program: Program; first: number } {
  const fixture = fixtures.get(slug);
  if (fixture === undefined) return { program: blocks, first: 0 };
  const earlier = all.filter((other) => fixture.after.includes(other.slug)).flatMap((other) => other.blocks);
  const { before, after } = instantiate(fixture);
  return { program: [...earlier, before, ...blocks, after], first: earlier.length + 1 };
}
