// A quiz lives in the record alone: reloads, other windows and repeated answers do not change it.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import type { RecordEvent } from '../../../src/core/progress/events';
import { createProgressFold, type SessionLog } from '../../../src/core/progress/progressState';
import type { Question } from '../../../src/core/quiz/question';
import { isRight, understand, type Entered } from '../../../src/core/quiz/kinds';
import { choiceOrder, firstOpen, missed, nearestPlace, planQuiz, restoreSession, score, scoreByKind } from '../../../src/core/quiz/session';
import { stored } from '../progress/windows';
import { entry, multiple, numeric, questionSets, samples, single } from './sampleQuestions';

const bankOf = (questions: readonly Question[]) => new Map(questions.map((question) => [question.id, question]));

function logOf(events: readonly RecordEvent[]): SessionLog | undefined {
  const fold = createProgressFold();
  events.forEach((event) => fold.add(event));
  return fold.state().sessions.get('s');
}

const start = (questions: readonly Question[], seed: number) =>
  stored('start', 1, { type: 'quizStarted', session: 's', topics: ['maml'], questions: planQuiz(questions, seed), seed });

/** An answer that depends on the question only, sometimes right and sometimes wrong. */
const answerFor = (question: Question, seed: number): Entered => entry(question, choiceOrder(question, seed), question.id.endsWith('1'));

function answered(id: string, order: number, question: Question, entered: Entered, seed: number): RecordEvent {
  const given = understand(question, entered, choiceOrder(question, seed))!;
  const payload = {
    type: 'answered' as const,
    session: 's',
    question: question.id,
    topic: 'maml',
    given,
    correct: isRight(question, given),
  };
  return stored(id, order, payload);
}

describe('a quiz', () => {
  it('asks every question once, in an order that the seed decides', () => {
    fc.assert(
      fc.property(questionSets, fc.integer(), (questions, seed) => {
        const plan = planQuiz(questions, seed);
        assert.deepStrictEqual([...plan].sort(), questions.map(({ id }) => id).sort());
        assert.deepStrictEqual(planQuiz(questions, seed), plan);
      }),
    );
  });

  it('asks no more than its limit, and what is known already only when nothing else is left', () => {
    fc.assert(
      fc.property(questionSets, fc.integer(), fc.nat({ max: 12 }), fc.func(fc.boolean()), (questions, seed, count, known) => {
        const plan = planQuiz(questions, seed, { count, known });
        assert.strictEqual(plan.length, Math.min(count, questions.length));
        assert.deepStrictEqual(
          plan,
          planQuiz(questions, seed).filter((id) => plan.includes(id)),
          'the order is that of the whole quiz',
        );
        const left = questions.filter(({ id }) => !plan.includes(id));
        if (plan.some((id) => known(id))) assert.ok(left.every(({ id }) => known(id)));
      }),
    );
  });

  it('orders the choices of each question on its own', () => {
    const orders = Array.from({ length: 20 }, (_, i) => choiceOrder({ ...single, id: `q${i}` }, 1).join());
    assert.ok(new Set(orders).size > 5, orders.join(' '));
    assert.deepStrictEqual(choiceOrder(numeric, 1), []);
  });

  it('ends the same under any interleaving of answers, repeated answers and reloads', () => {
    const step = fc.constantFrom('answer', 'answer', 'again', 'reload');
    fc.assert(
      fc.property(
        questionSets,
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        fc.array(step, { maxLength: 40 }),
        (questions, seed, steps) => {
          const bank = bankOf(questions);
          let disk: RecordEvent[] = [start(questions, seed)];
          let session = restoreSession('s', logOf(disk), bank)!;
          let order = 1;
          const give = (place: number, entered: Entered) => {
            disk = [...disk, answered(`e${++order}`, order, session.items[place]!.question, entered, seed)];
          };
          for (const what of [...steps, ...questions.map(() => 'answer')]) {
            const open = firstOpen(session);
            if (what === 'answer' && open < session.items.length) give(open, answerFor(session.items[open]!.question, seed));
            // A second click, or the same quiz in another window: the first answer is the one that counts.
            if (what === 'again' && open > 0) {
              const { question, order: shown } = session.items[open - 1]!;
              give(open - 1, entry(question, shown, !question.id.endsWith('1')));
            }
            // A reload knows nothing but the record, in whatever order its files are read.
            if (what === 'reload') disk = JSON.parse(JSON.stringify([...disk].reverse())) as RecordEvent[];
            session = restoreSession('s', logOf(disk), bank)!;
          }
          const direct = questions.map((question) =>
            isRight(question, understand(question, answerFor(question, seed), choiceOrder(question, seed))!),
          );
          assert.strictEqual(firstOpen(session), questions.length);
          assert.deepStrictEqual(score(session.items), { right: direct.filter(Boolean).length, total: questions.length });
          assert.strictEqual(missed(session).length, direct.filter((right) => !right).length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('comes back at the same question with the same order of choices and the given answers', () => {
    const bank = bankOf(samples);
    const events = [start(samples, 9)];
    const before = restoreSession('s', logOf(events), bank)!;
    events.push(answered('a', 2, before.items[0]!.question, answerFor(before.items[0]!.question, 9), 9));
    const after = restoreSession('s', logOf(JSON.parse(JSON.stringify(events)) as RecordEvent[]), bank)!;
    assert.deepStrictEqual(
      after.items.map(({ question, order }) => [question.id, order]),
      before.items.map(({ question, order }) => [question.id, order]),
    );
    assert.strictEqual(firstOpen(after), 1);
    assert.notStrictEqual(after.items[0]!.given, null);
  });

  it('shows answered questions and the next open one, and the result only at the end', () => {
    const bank = bankOf([single, multiple]);
    const events = [start([single, multiple], 3)];
    const session = () => restoreSession('s', logOf(events), bank)!;
    assert.deepStrictEqual(
      [-1, 0, 1, 2, 99, NaN].map((wanted) => nearestPlace(session(), wanted)),
      [0, 0, 0, 0, 0, 0],
    );
    events.push(answered('a', 2, session().items[0]!.question, { places: [0] }, 3));
    assert.deepStrictEqual(
      [0, 1, 2, Infinity].map((wanted) => nearestPlace(session(), wanted)),
      [0, 1, 1, 1],
    );
    events.push(answered('b', 3, session().items[1]!.question, { places: [0] }, 3));
    assert.deepStrictEqual(
      [0, 1, 2, Infinity].map((wanted) => nearestPlace(session(), wanted)),
      [0, 1, 2, 2],
    );
  });

  it('leaves out questions that an update took away or changed under the answer', () => {
    const events = [start(samples, 5), answered('a', 2, numeric, { text: '1.6' }, 5), answered('b', 3, multiple, { places: [4] }, 5)];
    const updated = bankOf([single, numeric, { ...multiple, choices: multiple.choices.slice(0, 1).concat(multiple.choices[1]!) }]);
    const given = events[2]!.type === 'answered' && 'choices' in events[2]!.given ? events[2]!.given.choices[0]! : -1;
    const session = restoreSession('s', logOf(events), updated)!;
    const expected = given < 2 ? ['multiple', 'numeric', 'single'] : ['numeric', 'single'];
    assert.deepStrictEqual(session.items.map(({ question }) => question.id).sort(), expected);
  });

  it('is unknown without its start', () => {
    assert.strictEqual(restoreSession('s', undefined, bankOf(samples)), null);
    assert.strictEqual(restoreSession('s', logOf([answered('a', 2, single, { places: [0] }, 1)]), bankOf(samples)), null);
  });

  it('counts by kind, in a fixed order and only kinds that occur', () => {
    const events = [start(samples, 5), answered('a', 2, numeric, { text: '1.6' }, 5)];
    const session = restoreSession('s', logOf(events), bankOf(samples))!;
    assert.deepStrictEqual(
      scoreByKind(session).map(({ kind, right, total }) => [kind, right, total]),
      [
        ['single', 0, 1],
        ['multiple', 0, 1],
        ['numeric', 1, 1],
        ['shape', 0, 1],
        ['code', 0, 1],
        ['typing', 0, 1],
        ['ordering', 0, 1],
        ['matching', 0, 1],
      ],
    );
  });
});
