/** Damaged question files and outlines: each mistake is reported with file, line and remedy. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { clearBench, compile, note, question, root } from './contentBench';

const numeric = {
  kind: 'numeric',
  choices: undefined,
  values: '{ x: "1 / 4" }',
  answer: 'x',
  tolerance: '0.01',
  mistakes: '[{ value: "x + 1", why: 足しています。 }]',
};

/** name → changes of the sound question, line, what is reported. */
const damages: Record<string, readonly [changes: Record<string, string | undefined>, line: number, what: RegExp]> = {
  'no right choice': [
    { choices: '\n      - { text: 右, why: あ }\n      - { text: 左, why: い }' },
    8,
    /0 choices are right.*exactly one/s,
  ],
  'two right choices': [
    { choices: '\n      - { text: 右, correct: true, why: あ }\n      - { text: 左, correct: true, why: い }' },
    8,
    /2 choices are right/,
  ],
  'a choice without why': [{ choices: '\n      - { text: 右, correct: true }\n      - { text: 左, why: い }' }, 9, /“why” is missing/],
  'an empty why': [{ choices: '\n      - { text: 右, correct: true, why: "" }\n      - { text: 左, why: い }' }, 9, /“why” is empty/],
  'a single choice': [{ choices: '\n      - { text: 右, correct: true, why: あ }' }, 9, /1 entries/],
  'two equal choices': [{ choices: '\n      - { text: 右, correct: true, why: あ }\n      - { text: 右, why: い }' }, 8, /same text/],
  'no right choice of several': [
    { kind: 'multiple', choices: '\n      - { text: 右, why: あ }\n      - { text: 左, why: い }' },
    8,
    /at least one/,
  ],
  'an unknown kind': [{ kind: 'guess' }, 4, /“kind” is "guess"/],
  'an unknown key': [{ hint: 'x' }, 12, /“hint” is not a key/],
  'a difficulty that does not exist': [{ difficulty: '4' }, 6, /“difficulty” is 4/],
  'a note that does not exist': [{ note: 'mamle#x' }, 5, /no page “mamle”/],
  'a heading that does not exist': [{ note: 'maml#x' }, 5, /no heading #x/],
  'a formula that cannot be typeset': [{ stem: '|\n      一行目\n      $\\nosuch$ です' }, 9, /“\\nosuch” cannot be typeset/],
  'an unknown value': [{ explanation: '"{{y}}です"' }, 11, /no value “y”/],
  'a heading in a text': [{ stem: '"## 題"' }, 7, /no headings/],
  'a numeric question without answer': [{ ...numeric, answer: undefined }, 3, /“answer” is missing/],
  'an answer that cannot be computed': [{ ...numeric, answer: 'x + z' }, 10, /“x \+ z” cannot be computed/],
  'an answer that is not finite': [{ ...numeric, answer: '1/0' }, 10, /Infinity/],
  'an answer that would be shown as a wrong one': [
    { ...numeric, answer: '1 / 3', tolerance: '0' },
    10,
    /shown as 0\.333333, which does not count as right/,
  ],
  'a mistake that counts as right': [{ ...numeric, mistakes: '[{ value: "x + 0.005", why: あ }]' }, 12, /counts as right/],
  'code without a blank': [{ kind: 'code', language: 'python', code: '"x = 1"' }, 13, /no blank/],
  'code without a listing': [{ kind: 'code' }, 3, /“code” is missing/],
};

describe('a damaged question file', () => {
  after(clearBench);
  const notes = { maml: note('文') };

  it('is told from a sound one', async () => {
    assert.deepEqual((await compile({ notes, questions: { maml: question() } })).problems, []);
    assert.deepEqual((await compile({ notes, questions: { maml: question(numeric) } })).problems, []);
  });

  for (const [name, [changes, line, what]] of Object.entries(damages)) {
    it(`is reported: ${name}`, async () => {
      const { problems } = await compile({ notes, questions: { maml: question(changes) } });
      const found = problems.filter((problem) => problem.startsWith(`syllabus/questions/maml.yaml:${line}: `) && what.test(problem));
      assert.equal(found.length, 1, `expected line ${line}: ${String(what)}, got\n${problems.join('\n')}`);
    });
  }

  it('is reported: an id used twice, with where it was first', async () => {
    const second = question().replace('topic: maml', 'topic: meta-learning');
    const { problems } = await compile({ notes, questions: { maml: question(), 'meta-learning': second } });
    assert.match(problems.join('\n'), /meta-learning\.yaml:3: The id “maml-one” is already used in syllabus\/questions\/maml\.yaml:3/);
  });
});

describe('a damaged outline', () => {
  after(clearBench);
  const outline = fs.readFileSync(path.join(root, 'syllabus', 'outline.yaml'), 'utf8');
  const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

  const damages: Record<string, readonly [change: (text: string) => string, at: string, what: RegExp]> = {
    'a slug twice': [
      (text) => text.replace('slug: bert', 'slug: transformer'),
      'slug: transformer\n    title: BERT',
      /“transformer” is used twice/,
    ],
    'a ref that does not exist': [
      (text) => text.replace("refs: ['1.(3)-i']", "refs: ['1.(3)-ii']"),
      'slug: information-theory',
      /1\.\(3\)-ii, which is not a section/,
    ],
    'another scope than its sections': [
      (text) => text.replace(/(slug: bert\n[\s\S]*?scope: )exam/, '$1optional'),
      'slug: bert',
      /“bert” is optional, its sections are exam/,
    ],
    'a new word that is not among the words': [
      (text) => text.replace('new2026: [パープレキシティ]', 'new2026: [複雑度]'),
      "ref: '2.(1)-xi'",
      /“複雑度” is not among the words/,
    ],
  };
  for (const [name, [change, at, what]] of Object.entries(damages)) {
    it(`is reported: ${name}`, async () => {
      const damaged = change(outline);
      assert.notEqual(damaged, outline);
      const { problems } = await compile({ outline: damaged });
      const line = lineOf(damaged, at);
      assert.ok(
        problems.some((problem) => problem.startsWith(`syllabus/outline.yaml:${line}: `) && what.test(problem)),
        `expected line ${line}, got\n${problems.join('\n')}`,
      );
    });
  }
});
