/** The code of the questions: each with its right filling, with every other accepted one, and with every wrong one. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { listOf, rangeOf, type SourceFile, type SourceQuestion } from '../../src/build/content/sourceQuestion';
import { drawValues, resultOf } from '../../src/core/quiz/generator';
import { type Fixture, type Fixtures, withCode } from './fixtures';
import type { Program } from './python';

const folder = 'syllabus/questions';

/** A filling and the program that it makes. */
export interface Filled {
  readonly filling: string;
  readonly program: Program;
}

export interface CodeOfQuestion {
  readonly id: string;
  readonly right: Filled;
  /** Other spellings that count as right. */
  readonly alike: readonly Filled[];
  /** Each with what the learner is told of it. */
  readonly wrong: readonly (Filled & { readonly why: string })[];
  /** With changing numbers: the first draws, each with the answer that the program must come to. */
  readonly drawn: readonly (Filled & { readonly answer: readonly number[] })[];
}

interface Fillings {
  readonly right: readonly string[];
  readonly alike: readonly (readonly string[])[];
  readonly wrong: readonly { readonly fillings: readonly string[]; readonly why: string }[];
}

const codeIn = (choice: string): string => /^`([^`]+)`$/.exec(choice.trim())?.[1] ?? choice;

/** What goes into the blanks, one text for each blank. */
function fillingsOf({ choices = [], blanks, code = '' }: SourceQuestion): Fillings {
  if (blanks === undefined) {
    const count = code.match(/_{4,}/g)?.length ?? 0;
    const filled = choices.map(({ text, correct = false, why }) => ({
      fillings: Array.from({ length: count }, () => codeIn(text)),
      correct,
      why,
    }));
    const right = filled.find(({ correct }) => correct)?.fillings ?? [];
    return { right, alike: [], wrong: count === 0 ? [] : filled.filter(({ correct }) => !correct) };
  }
  const right = blanks.map(({ accept }) => accept[0] ?? '');
  const with1 = (at: number, text: string) => right.map((other, index) => (index === at ? text : other));
  return {
    right,
    alike: blanks.flatMap(({ accept }, b) => accept.slice(1).map((text) => with1(b, text))),
    wrong: blanks.flatMap(({ wrong = [] }, b) => wrong.map(({ text, why }) => ({ fillings: with1(b, text), why }))),
  };
}

/** Draws of changing numbers that are tried. */
const draws = 5;

function codeOf(question: SourceQuestion, file: string, line: number, fixture: Fixture | undefined): CodeOfQuestion {
  const { right, alike, wrong } = fillingsOf(question);
  const filled = (fillings: readonly string[], numbers: ReadonlyMap<string, number> = new Map()): Filled => {
    let blank = 0;
    const code = (question.code ?? '').replace(/_{4,}/g, () => fillings[blank++] ?? '____');
    const source = (fixture === undefined ? code : withCode(fixture, code)).replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
      String(numbers.get(name) ?? whole),
    );
    const place = fixture ?? { file, line };
    return { filling: fillings.join(' / '), program: [{ source, file: place.file, line: place.line, mode: 'run' }] };
  };
  const { vary, where, values = {}, answer } = question;
  const generator = vary && {
    vary: Object.fromEntries(Object.entries(vary).map(([name, range]) => [name, rangeOf(range)])),
    where: listOf(where),
    values,
  };
  const drawn = Array.from({ length: generator === undefined ? 0 : draws }, (_, draw) => {
    const numbers = generator && drawValues(generator, question.id, draw);
    return {
      ...filled(right, numbers ?? undefined),
      answer: listOf(answer).map((axis) => resultOf(axis, numbers ?? new Map<string, number>())),
    };
  });
  return {
    id: question.id,
    right: filled(right),
    alike: alike.map((one) => filled(one)),
    wrong: wrong.map(({ fillings, why }) => ({ ...filled(fillings), why })),
    drawn,
  };
}

/** Every listing in python of the questions and their sets. */
export function codeOfQuestions(fixtures: Fixtures): CodeOfQuestion[] {
  return fs
    .readdirSync(path.resolve(folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const file = `${folder}/${name}`;
      const text = fs.readFileSync(path.resolve(file), 'utf8');
      const { questions = [], sets = [] } = parse(text) as SourceFile;
      const premises = sets.map((set) => ({ stem: '', explanation: '', note: '', kind: 'single', difficulty: 1, ...set }) as const);
      const all: SourceQuestion[] = [...questions, ...sets.flatMap((set) => set.questions), ...premises];
      return all
        .filter(({ code, language }) => code !== undefined && language === 'python')
        .map((question) => codeOf(question, file, lineOf(text, question.id), fixtures.get(question.id)));
    });
}

/** The first line of a question's code in its file. */
function lineOf(text: string, id: string): number {
  const start = text.indexOf(`id: ${id}\n`);
  return text.slice(0, text.indexOf('code:', start)).split('\n').length + 1;
}
