/** Damaged questions of the kinds that hold more than choices: each mistake is reported with file, line and remedy. */
import assert from 'node:assert/strict';
import { drawCount } from '../../src/core/quiz/generator';
import { questionFileSchema } from '../../src/core/quiz/question';
import { withDraw } from '../../src/core/quiz/instance';
import { decode } from '../../src/protocol/decode';
import { clearBench, compile, note, question } from './contentBench';

type Changes = Record<string, string | undefined>;

const varied: Changes = {
  kind: 'numeric',
  choices: undefined,
  vary: '{ x: { from: 1, to: 12 }, y: [0.5, 1.5] }',
  where: "['x != 3']",
  values: "{ s: 'x^2 - y' }",
  answer: 's',
  check: "'(x - q)*(x + q)'",
  checkValues: "{ q: 'sqrt(y)' }",
  tolerance: '1%',
  mistakes: "[{ value: 's + 3 + 0.1*abs(s)', why: '{{x:()}} を足しています。' }]",
  stem: "'$x = {{x}}^2$、$y = {{y:.1}}$ で、{{s:+}} です。'",
};
const shape: Changes = { kind: 'shape', choices: undefined, answer: "['2*3', 4]", mistakes: '[{ value: [4, 6], why: 逆です。 }]' };
const typing: Changes = {
  kind: 'typing',
  choices: undefined,
  language: 'python',
  code: "'y = ____'",
  blanks: "\n      - { accept: ['f(x)'], why: 呼びます。, wrong: [{ text: 'f x', why: 括弧がありません。 }] }",
};
const ordering: Changes = {
  kind: 'ordering',
  choices: undefined,
  items: '\n      - { text: い, why: あ }\n      - { text: ろ, why: あ }\n      - { text: は, why: あ }',
};
const matching: Changes = {
  kind: 'matching',
  choices: undefined,
  pairs: '\n      - { left: 左, right: 甲, why: あ }\n      - { left: 右, right: 乙, why: い }',
  extra: '[丙]',
};

/** Name → a sound question, what is changed, the key on whose line it is reported, and what is reported. */
const damages: Record<string, readonly [sound: Changes, change: Changes, at: string, what: RegExp]> = {
  'a check that disagrees': [varied, { check: "'(x - q)*(x + q) + 0.1'" }, 'check', /the answer is .*, the check .*correct it/],
  'a check that copies the answer': [varied, { check: "'s'" }, 'check', /has no value.*second way/],
  'a check that is the answer’s expression': [varied, { answer: "'x^2 - y'", check: "'x^2-y'" }, 'check', /answer’s own expression/],
  'no check at all': [varied, { check: undefined }, 'id', /“check” is missing/],
  'conditions that no draw meets': [varied, { where: "['x > 99']" }, 'vary', /finds no numbers.*Loosen/],
  'a mistake that is right for some draw': [
    varied,
    { mistakes: "[{ value: 's + 8 - x', why: 違います。 }]" },
    'mistakes',
    /counts as right.*where/,
  ],
  'too few draws': [varied, { vary: '{ x: { from: 1, to: 4 }, y: [0.5, 1.5] }' }, 'vary', /only 6 different draws/],
  'a range of one': [varied, { vary: '{ x: { from: 1, to: 1 }, y: [0.5, 1.5] }' }, 'vary', /nothing to choose from/],
  'a long number': [
    varied,
    { stem: "'{{s}} と {{third}}'", values: "{ s: 'x^2 - y', third: 'x/7' }" },
    'stem',
    /show \{\{third\}\} as .*fewer decimals/,
  ],
  'an unknown changing value': [varied, { stem: "'{{z}}'" }, 'stem', /no value “z”/],
  'a value that is drawn already': [varied, { values: "{ s: 'x^2 - y', y: 2 }" }, 'values', /“y” is drawn already/],
  'changing numbers of choices': [{}, { vary: '{ x: [1, 2] }', check: 'x' }, 'kind', /“kind” is "single"/],
  'a tolerance that is no share': [varied, { tolerance: '5' + 'pt' }, 'tolerance', /wrong form/],
  'an axis that is not whole': [shape, { answer: "['1/2', 4]" }, 'answer', /axis “1\/2” is 0\.5/],
  'a shape mistake that is the answer': [shape, { mistakes: '[{ value: [6, 4], why: 逆です。 }]' }, 'mistakes', /\(6, 4\) is the answer/],
  'a blank without its entry': [typing, { code: "'____ = ____'" }, 'blanks', /2 blank\(s\), and 1 are explained/],
  'a wrong entry that is right': [
    typing,
    { blanks: "\n      - { accept: ['f(x)'], why: あ, wrong: [{ text: 'f( x )', why: い }] }" },
    'blanks',
    /“f\( x \)” counts as right/,
  ],
  'typing without blanks': [typing, { blanks: undefined }, 'id', /“blanks” is missing/],
  'two items to order': [
    ordering,
    { items: '\n      - { text: い, why: あ }\n      - { text: ろ, why: あ }' },
    'items',
    /2 entries, fewer than 3/,
  ],
  'equal items': [
    ordering,
    { items: '\n      - { text: い, why: あ }\n      - { text: い, why: あ }\n      - { text: は, why: あ }' },
    'items',
    /Two items have the same text/,
  ],
  'an item without why': [
    ordering,
    { items: '\n      - { text: い }\n      - { text: ろ, why: あ }\n      - { text: は, why: あ }' },
    'items',
    /“why” is missing/,
  ],
  'an extra item that answers a pair': [matching, { extra: '[甲]' }, 'extra', /extra item is also the answer/],
  'equal left items': [
    matching,
    { pairs: '\n      - { left: 左, right: 甲, why: あ }\n      - { left: 左, right: 乙, why: い }' },
    'pairs',
    /Two left items/,
  ],
  'a figure without a title': [{}, { figure: '\'<svg viewBox="0 0 9 9"><line x1="0"/></svg>\'' }, 'figure', /no title/],
};

const lineOf = (text: string, key: string): number =>
  text.split('\n').findIndex((line) => line.includes(`${key}: `) || line.endsWith(`${key}:`)) + 1;

/** A question as a member of a set, indented by four more. */
const member = (name: string): string =>
  question({ id: `maml-set-${name}`, stem: `"${name} は {{a}} のどれですか。"` })
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => `    ${line}\n`)
    .join('');

const set = (change: (text: string) => string = (text) => text): string =>
  change(
    `${question()}sets:\n  - id: maml-set\n    premise: "前提です。"\n    values: { a: 2 }\n    questions:\n${member('one')}${member('two')}`,
  );

describe('a damaged question of a newer kind', () => {
  after(clearBench);
  const notes = { maml: note('文') };

  it('is told from a sound one', async () => {
    for (const sound of [varied, shape, typing, ordering, matching])
      assert.deepEqual((await compile({ notes, questions: { maml: question(sound) } })).problems, []);
    assert.deepEqual((await compile({ notes, questions: { maml: set() } })).problems, []);
  });

  for (const [name, [sound, change, at, what]] of Object.entries(damages)) {
    it(`is reported: ${name}`, async () => {
      const text = question({ ...sound, ...change });
      const { problems } = await compile({ notes, questions: { maml: text } });
      const line = lineOf(text, at);
      const near = problems.filter((problem) => {
        const found = Number(/^syllabus\/questions\/maml\.yaml:(\d+): /.exec(problem)?.[1] ?? 0);
        return found >= line && found <= line + 2 && what.test(problem);
      });
      assert.ok(near.length > 0, `expected line ${line}: ${String(what)}, got\n${problems.join('\n')}`);
    });
  }

  it('is reported: a question that asks nearly the same as another, with both places', async () => {
    const text = question();
    const second = question({ id: 'maml-two' }).split('\n').slice(2).join('\n');
    const { problems } = await compile({ notes, questions: { maml: text + second } });
    assert.match(problems.join('\n'), /maml\.yaml:\d+: “maml-two” asks nearly the same as “maml-one” in syllabus\/questions\/maml\.yaml:3/);
  });

  it('is reported: the id of a set used twice', async () => {
    const { problems } = await compile({ notes, questions: { maml: set((text) => text.replace('id: maml-set\n', 'id: maml-one\n')) } });
    assert.match(problems.join('\n'), /“maml-one” is already used/);
  });
});

describe('a question with changing numbers', () => {
  after(clearBench);

  it('shows plain numbers in text and formulas for every draw', async () => {
    const { json } = await compile({ notes: { maml: note('文') }, questions: { maml: question(varied) } });
    const [compiled] = decode(questionFileSchema, json('questions/maml.json'), 'questions').questions;
    assert.ok(compiled);
    for (let draw = 0; draw < drawCount; draw += 37) {
      const { stemHtml, ...rest } = withDraw(compiled, draw);
      assert.doesNotMatch(stemHtml + ('mistakes' in rest ? JSON.stringify(rest.mistakes) : ''), /[\uf100-\uf4ff]|90417|NaN/);
      assert.match(stemHtml, /\u2005[+−]\u2005\d/);
    }
  });

  it('gives the members of a set their premise and its values', async () => {
    const { json } = await compile({ notes: { maml: note('文') }, questions: { maml: set() } });
    const { questions } = decode(questionFileSchema, json('questions/maml.json'), 'questions');
    assert.deepEqual(
      questions.map((one) => one.set?.place),
      [undefined, 1, 2],
    );
    assert.match(questions[1]?.stemHtml ?? '', /one は 2 のどれ/);
    assert.match(questions[1]?.set?.premiseHtml ?? '', /前提/);
  });
});
