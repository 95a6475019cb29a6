// One question of each kind, and any number of them from a seed, for the tests of the quiz.
import * as fc from 'fast-check';
import type { Question, QuestionOf } from '../../../src/core/quiz/question';

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
export const samples: readonly Question[] = [single, multiple, code, numeric];

/** A set of questions of mixed kinds with distinct ids. */
export const questionSets: fc.Arbitrary<Question[]> = fc
  .array(fc.constantFrom(...samples), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((question, index) => ({ ...question, id: `${question.id}-${index}` })));
