/** The code of the questions runs with what counts as right, prints what its comments say, and comes out differently with what is wrong. */
import assert from 'node:assert/strict';
import { readFixtures } from './fixtures';
import { codeOfNotes } from './notes';
import { findPython, leftOut, type Outcome, runPrograms } from './python';
import { codeOfQuestions, type CodeOfQuestion, type Filled } from './questions';
import { wronglyStated } from './stated';

const python = findPython();
const fixtures = readFixtures();
const questions = codeOfQuestions(fixtures);

const errorOf = (outcome: Outcome | undefined): string => outcome?.pieces.map(({ error }) => error).join('') ?? 'It did not run.';
const resultOf = (outcome: Outcome | undefined): string => JSON.stringify([outcome?.values, outcome?.pieces.map(({ printed }) => printed)]);

describe('the code of the questions', () => {
  if (python.can !== 'run') it.skip(leftOut(python));
  if (python.can === 'nothing') return;
  const outcomes = new Map<Filled, Outcome>();
  const fillings = questions.flatMap(({ right, alike, wrong, drawn }) => [...(drawn.length > 0 ? drawn : [right]), ...alike, ...wrong]);
  before(async function () {
    this.timeout(0); // each program has its own limit
    const results = await runPrograms(
      python,
      fillings.map(({ program }) => program),
    );
    results.forEach((outcome, f) => outcomes.set(fillings[f]!, outcome));
  });

  const comesRight = ({ right, alike, drawn }: CodeOfQuestion): void => {
    for (const one of drawn.length > 0 ? drawn : [right, ...alike])
      assert.equal(errorOf(outcomes.get(one)), '', `with ${one.filling}:\n${one.program[0]?.source}`);
  };
  const statesWhatItPrints = ({ right, drawn }: CodeOfQuestion): void => {
    for (const { printed, comments } of outcomes.get(right)?.pieces ?? [])
      assert.equal(wronglyStated(printed, comments, undefined), undefined);
    for (const one of drawn) {
      const outcome = outcomes.get(one);
      const result = outcome?.values['result'] ?? outcome?.pieces[0]?.printed ?? '';
      const numbers = (result.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number);
      assert.equal(numbers.length, one.answer.length, result);
      numbers.forEach((number, axis) =>
        assert.ok(Math.abs(number - one.answer[axis]!) <= 1e-4 * Math.max(1, Math.abs(number)), `${result}, not ${one.answer.join(', ')}`),
      );
    }
  };
  const tellsWrongFromRight = ({ id, right, alike, wrong }: CodeOfQuestion): void => {
    const result = resultOf(outcomes.get(right));
    for (const one of alike) assert.equal(resultOf(outcomes.get(one)), result, `${one.filling} counts as right`);
    const same = wrong.filter((one) => errorOf(outcomes.get(one)) === '' && resultOf(outcomes.get(one)) === result);
    assert.deepEqual(
      same.map(({ filling }) => filling),
      fixtures.get(id)?.same ?? [],
      'wrong choices that come to the same result',
    );
  };

  /** What a fixture's own check says is no error of the code. */
  const failsItself = (one: Filled): boolean => !/^(AssertionError|$)/.test(errorOf(outcomes.get(one)));
  const failsWhereItIsSaidTo = ({ id, wrong }: CodeOfQuestion): void => {
    for (const one of wrong.filter(({ filling }) => fixtures.get(id)?.same.includes(filling) !== true)) {
      if (/エラーになります/.test(one.why)) assert.notEqual(errorOf(outcomes.get(one)), '', `${one.filling}: ${one.why}`);
      if (/エラー(は出|も出|にならず)/.test(one.why)) assert.ok(!failsItself(one), `${one.filling}: ${errorOf(outcomes.get(one))}`);
    }
  };

  for (const question of questions) {
    it(`${python.can === 'run' ? 'runs' : 'parses'}: ${question.id}`, () => {
      comesRight(question);
      if (python.can !== 'run') return;
      statesWhatItPrints(question);
      tellsWrongFromRight(question);
      failsWhereItIsSaidTo(question);
    });
  }
});

describe('the fixtures of code', () => {
  it('belong to code that there is', () => {
    const known = new Set([...questions.map(({ id }) => id), ...codeOfNotes().map(({ slug }) => slug)]);
    assert.deepEqual(
      [...fixtures.keys()].filter((id) => !known.has(id)),
      [],
    );
  });
});
