// One question of each kind, and any number of them from a seed, for the tests of the quiz.
import * as fc from 'fast-check';
import type { Entered } from '../../../src/core/quiz/kinds';
import type { Question, QuestionKind, QuestionOf } from '../../../src/core/quiz/question';

const common = {
  topic: 'maml',
  note: { slug: 'maml', anchor: 'inner-loop' },
  difficulty: 2 as const,
  stemHtml: '<p>問い</p>',
  explanationHtml: '<p>解説</p>',
};

const choices = (...correct: boolean[]) =>
  correct.map((isCorrect, i) => ({ html: `<p>選択肢 ${i}</p>`, correct: isCorrect, whyHtml: `<p>理由 ${i}</p>` }));

export const single: QuestionOf<'single'> = { ...common, id: 'single', kind: 'single', choices: choices(true, false, false, false) };
export const multiple: QuestionOf<'multiple'> = {
  ...common,
  id: 'multiple',
  kind: 'multiple',
  choices: choices(true, false, true, false, false),
};
export const code: QuestionOf<'code'> = {
  ...common,
  id: 'code',
  kind: 'code',
  codeHtml: '<pre>____</pre>',
  choices: choices(false, true, false),
};
export const numeric: QuestionOf<'numeric'> = {
  ...common,
  id: 'numeric',
  kind: 'numeric',
  answer: { value: 1.6, tolerance: 0.005, unit: '枚' },
  mistakes: [
    { value: 0.4, whyHtml: '<p>符号が逆</p>' },
    { value: 0.406, whyHtml: '<p>近い別の取り違え</p>' },
  ],
};
export const shape: QuestionOf<'shape'> = {
  ...common,
  id: 'shape',
  kind: 'shape',
  answer: [32, 5, 84],
  mistakes: [{ value: [5, 32, 84], whyHtml: '<p>軸が逆</p>' }],
};
export const typing: QuestionOf<'typing'> = {
  ...common,
  id: 'typing',
  kind: 'typing',
  codeHtml: '<pre>____ ____</pre>',
  blanks: [
    { accept: ['create_graph=True'], whyHtml: '<p>理由 A</p>', wrong: [{ text: 'create_graph=False', whyHtml: '<p>既定値</p>' }] },
    { accept: ['theta - alpha * g', 'theta-g*alpha'], whyHtml: '<p>理由 B</p>', wrong: [] },
  ],
};
const items = (...names: string[]) => names.map((name) => ({ html: name, whyHtml: `<p>理由 ${name}</p>` }));
export const ordering: QuestionOf<'ordering'> = { ...common, id: 'ordering', kind: 'ordering', items: items('い', 'ろ', 'は', 'に') };
export const matching: QuestionOf<'matching'> = {
  ...common,
  id: 'matching',
  kind: 'matching',
  lefts: [1, 0, 1].map((right, i) => ({ html: `左 ${i}`, right, whyHtml: `<p>理由 ${i}</p>` })),
  rights: ['甲', '乙', '丙'].map((html) => ({ html })),
};
export const samples: readonly Question[] = [single, multiple, code, numeric, shape, typing, ordering, matching];

/** Numbers that change: x is drawn from 1 to 9, y follows, and x is never 5. */
export const changing: QuestionOf<'numeric'> = {
  ...numeric,
  id: 'changing',
  stemHtml: '<p>x = \uf100</p>',
  explanationHtml: '<p>\uf101</p>',
  mistakes: [{ value: 0, whyHtml: '<p>\uf100 のまま</p>' }],
  generator: {
    vary: { x: { from: 1, to: 9, step: 1 }, z: [-2, 4] },
    where: ['x != 5'],
    values: { y: 'x*z' },
    answer: ['y'],
    relative: 0.01,
    mistakes: [['x']],
    slots: [
      { name: 'x', fixed: false, sign: 'plain' },
      { name: 'y', decimals: 2, fixed: false, sign: 'bracketed' },
    ],
  },
};

const choiceEntry = (question: QuestionOf<'single' | 'multiple' | 'code'>, order: readonly number[], right: boolean): Entered => ({
  places: order
    .flatMap((index, place) => (question.choices[index]!.correct === right ? [place] : []))
    .slice(0, question.kind === 'multiple' ? 9 : 1),
});

const entries: { readonly [K in QuestionKind]: (question: QuestionOf<K>, order: readonly number[], right: boolean) => Entered } = {
  single: choiceEntry,
  multiple: choiceEntry,
  code: choiceEntry,
  numeric: (_, __, right) => ({ text: right ? '1.6' : '0.4' }),
  shape: (_, __, right) => ({ text: right ? '（32、5、84）' : '[5, 32, 84]' }),
  typing: (_, __, right) => ({ texts: [right ? 'create_graph = True' : 'create_graph=False', 'theta - g * alpha'] }),
  ordering: (_, order, right) => ({ sequence: right ? [0, 1, 2, 3].map((item) => order.indexOf(item)) : [0, 1, 2, 3] }),
  matching: ({ lefts }, order, right) => ({ matches: lefts.map((left) => order.indexOf(right ? left.right : 2)) }),
};

function entryOf<K extends QuestionKind>(
  question: QuestionOf<K> & { readonly kind: K },
  order: readonly number[],
  right: boolean,
): Entered {
  return entries[question.kind](question, order, right);
}

/** An answer to one of the samples, right or wrong as asked. */
export const entry = (question: Question, order: readonly number[], right: boolean): Entered => entryOf(question, order, right);

/** A set of questions of mixed kinds with distinct ids. */
export const questionSets: fc.Arbitrary<Question[]> = fc
  .array(fc.constantFrom(...samples), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((question, index) => ({ ...question, id: `${question.id}-${index}` })));
