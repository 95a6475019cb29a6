// Compiles small contents in a temporary folder: the real outline and schemas, with the notes and questions of a test.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildContent } from '../../src/build/content/buildContent';

export const root = process.cwd();

/** Files of a content: notes and questions by slug, and an outline where the real one will not do. */
export interface Given {
  readonly notes?: Readonly<Record<string, string>>;
  readonly questions?: Readonly<Record<string, string>>;
  readonly outline?: string;
  /** Whether pages may lack their note; they may unless a test says no. */
  readonly partial?: boolean;
}

export interface Compiled {
  readonly problems: readonly string[];
  /** A file of dist/content as JSON. */
  readonly json: (file: string) => unknown;
  readonly text: (file: string) => string;
}

const folders: string[] = [];

/** Compiles `given`; call `clearBench` after the suite. */
export async function compile(given: Given): Promise<Compiled> {
  const bench = fs.mkdtempSync(path.join(os.tmpdir(), 'content-'));
  folders.push(bench);
  const syllabus = path.join(bench, 'syllabus');
  fs.mkdirSync(path.join(syllabus, 'notes'), { recursive: true });
  fs.mkdirSync(path.join(syllabus, 'questions'));
  fs.cpSync(path.join(root, 'syllabus', 'schema'), path.join(syllabus, 'schema'), { recursive: true });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(bench, 'node_modules'));
  fs.writeFileSync(path.join(syllabus, 'outline.yaml'), given.outline ?? fs.readFileSync(path.join(root, 'syllabus', 'outline.yaml')));
  for (const [slug, text] of Object.entries(given.notes ?? {})) fs.writeFileSync(path.join(syllabus, 'notes', `${slug}.md`), text);
  for (const [slug, text] of Object.entries(given.questions ?? {}))
    fs.writeFileSync(path.join(syllabus, 'questions', `${slug}.yaml`), text);
  const outDir = path.join(bench, 'dist');
  const problems = await buildContent({ root: bench, outDir, partial: given.partial ?? true });
  const text = (file: string): string => fs.readFileSync(path.join(outDir, file), 'utf8');
  return { problems, text, json: (file) => JSON.parse(text(file)) as unknown };
}

export function clearBench(): void {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}

const front = `---
slug: maml
title: MAML
titleEn: MAML
chapter: meta-learning-maml
syllabus: { version: "2026", ref: "4.(8)-v" }
scope: optional
summary: 初期値を学びます。
terms:
  - { ja: 初期値, reading: しょきち, en: initial value, abbr: "", anchor: short }
values: { a: "2", b: "a + 0.5" }
sources: []
---

## 一言 {#short}

`;

/** The line of a note's first line of text, after the front matter and the heading. */
export const firstTextLine = front.split('\n').length;

/** A sound note with `body` below its first heading; `change` damages the whole text. */
export const note = (body: string, change: (text: string) => string = (text) => text): string => change(`${front}${body}\n`);

/** A sound question with some keys changed; `undefined` leaves one out. */
export function question(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const keys: Record<string, string | undefined> = {
    id: 'maml-one',
    kind: 'single',
    note: 'maml#short',
    difficulty: '1',
    stem: '"どれですか。"',
    choices: '\n      - { text: 右, correct: true, why: 正しいです。 }\n      - { text: 左, why: 違います。 }',
    explanation: '"右です。"',
    ...changes,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`    ${key}: ${value}`]));
  return `topic: maml\nquestions:\n${lines.join('\n').replace('    id', '  - id')}\n`;
}
