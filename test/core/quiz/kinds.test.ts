// How an answer of each kind is understood and judged.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { fits, isRight, recognisedMistake, understand } from '../../../src/core/quiz/kinds';
import { choiceOrder } from '../../../src/core/quiz/session';
import { code, multiple, numeric, single } from './sampleQuestions';

describe('single and code questions', () => {
  it('are right for the one correct choice, wherever it is shown', () => {
    fc.assert(
      fc.property(fc.constantFrom(single, code), fc.integer(), fc.nat({ max: 3 }), (question, seed, place) => {
        const order = choiceOrder(question, seed);
        const given = understand(question, { places: [place] }, order);
        if (place >= question.choices.length) return assert.strictEqual(given, null);
        assert.strictEqual(isRight(question, given!), question.choices[order[place]!]!.correct);
      }),
    );
  });

  it('understand neither two choices nor a text nor a place that is not there', () => {
    const order = choiceOrder(single, 1);
    for (const entered of [{ places: [0, 1] }, { places: [] }, { text: '1' }, { places: [4] }, { places: [-1] }]) {
      assert.strictEqual(understand(single, entered, order), null);
    }
  });
});

describe('multiple-choice questions', () => {
  it('are right for exactly the correct choices', () => {
    fc.assert(
      fc.property(fc.integer(), fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), (seed, places) => {
        const order = choiceOrder(multiple, seed);
        const given = understand(multiple, { places }, order);
        const chosen = places.map((place) => order[place]!).sort();
        assert.deepStrictEqual(given, { choices: chosen });
        assert.strictEqual(isRight(multiple, given), JSON.stringify(chosen) === '[0,2]');
      }),
      { numRuns: 300 },
    );
  });

  it('take a place that is named twice once', () => {
    assert.deepStrictEqual(understand(multiple, { places: [1, 1] }, [0, 1, 2, 3, 4]), { choices: [1] });
  });
});

describe('numeric questions', () => {
  const judge = (text: string) => {
    const given = understand(numeric, { text }, []);
    return given && isRight(numeric, given);
  };

  it('are right within the tolerance, its ends included', () => {
    for (const text of ['1.6', '1.605', '1.595', '8/5', '１．６枚']) assert.strictEqual(judge(text), true, text);
    for (const text of ['1.606', '1.594', '-1.6', '16', '0.4']) assert.strictEqual(judge(text), false, text);
  });

  it('do not count what is no number', () => {
    for (const text of ['', 'いち', '1.6.0']) assert.strictEqual(judge(text), null, text);
  });

  it('know the nearest of the recorded slips', () => {
    assert.strictEqual(recognisedMistake(numeric, 0.4)?.whyHtml, '<p>符号が逆</p>');
    assert.strictEqual(recognisedMistake(numeric, 0.405)?.whyHtml, '<p>近い別の取り違え</p>');
    assert.strictEqual(recognisedMistake(numeric, 9), null);
  });

  it('keep the text as it was typed', () => {
    assert.deepStrictEqual(understand(numeric, { text: ' １／２ ' }, []), { text: '１／２', value: 0.5 });
  });
});

describe('a stored answer', () => {
  it('fits only a question of its own shape', () => {
    assert.ok(fits(single, { choices: [3] }));
    assert.ok(!fits(single, { choices: [4] }), 'a choice that an update removed');
    assert.ok(!fits(single, { choices: [0, 1] }));
    assert.ok(fits(multiple, { choices: [0, 1] }));
    assert.ok(!fits(multiple, { choices: [] }));
    assert.ok(!fits(numeric, { choices: [0] }));
    assert.ok(fits(numeric, { text: '1', value: 1 }));
    assert.ok(!fits(code, { text: '1', value: 1 }));
  });
});
