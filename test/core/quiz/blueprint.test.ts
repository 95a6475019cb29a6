// The exam's blueprint: shares that add up, topics that take turns, and an honest end where the bank is too small.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { apportion, examFields, fieldOfArea, sampleExam, type ExamTopic } from '../../../src/core/quiz/blueprint';

const topics: fc.Arbitrary<ExamTopic[]> = fc
  .array(fc.tuple(fc.constantFrom(...examFields.map(({ field }) => field)), fc.nat({ max: 9 })), { minLength: 1, maxLength: 40 })
  .map((list) =>
    list.map(([field, count], i) => ({ slug: `t${i}`, field, questions: Array.from({ length: count }, (_, j) => `t${i}-${j}`) })),
  );
const supply = (list: readonly ExamTopic[]) => list.reduce((sum, { questions }) => sum + questions.length, 0);

describe('sharing out by weight', () => {
  it('adds up, is fair to within one, and gives nothing to what weighs nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 8 }), fc.nat({ max: 200 }), (weights, total) => {
        const shares = apportion(weights, total);
        const sum = weights.reduce((a, b) => a + b, 0);
        assert.strictEqual(
          shares.reduce((a, b) => a + b, 0),
          sum === 0 ? 0 : total,
        );
        weights.forEach((weight, i) => {
          if (sum > 0) assert.ok(Math.abs(shares[i]! - (total * weight) / sum) < 1);
          if (weight === 0) assert.strictEqual(shares[i], 0);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('an exam’s questions', () => {
  it('are different ones of the bank, as many as wanted or as there are, the same for the same seed', () => {
    fc.assert(
      fc.property(topics, fc.nat({ max: 104 }), fc.integer(), (list, count, seed) => {
        const chosen = sampleExam(list, count, seed);
        assert.strictEqual(chosen.length, Math.min(count, supply(list)));
        assert.strictEqual(new Set(chosen).size, chosen.length);
        assert.ok(chosen.every((id) => list.some(({ questions }) => questions.includes(id))));
        assert.deepStrictEqual(sampleExam(list, count, seed), chosen);
      }),
      { numRuns: 500 },
    );
  });

  it('follow the fields by their topics where the bank is rich, and no topic comes twice before every one came once', () => {
    const sizes = { mathematics: 3, machineLearning: 9, deepLearning: 36, operations: 4 };
    const rich = Object.entries(sizes).flatMap(([name, count]) => {
      const { field } = examFields.find((row) => row.field === name)!;
      return Array.from({ length: count }, (_, i) => ({
        slug: `${field}${i}`,
        field,
        questions: Array.from({ length: 8 }, (_, j) => `${field}${i}/${j}`),
      }));
    });
    for (let seed = 0; seed < 50; seed++) {
      const chosen = sampleExam(rich, 104, seed);
      const perTopic = rich.map(({ questions }) => questions.filter((id) => chosen.includes(id)).length);
      assert.deepStrictEqual([...new Set(perTopic)], [2]);
      const perField = Object.keys(sizes).map((field) => chosen.filter((id) => id.startsWith(field)).length);
      assert.deepStrictEqual(perField, [6, 18, 72, 8]);
    }
    assert.notDeepStrictEqual(sampleExam(rich, 26, 1), sampleExam(rich, 26, 2));
  });

  it('come from the other fields where one is short', () => {
    const list: ExamTopic[] = [
      { slug: 'm', field: 'mathematics', questions: [] },
      { slug: 'd', field: 'deepLearning', questions: ['1', '2', '3', '4', '5', '6'] },
    ];
    assert.strictEqual(sampleExam(list, 4, 1).length, 4);
    assert.strictEqual(sampleExam(list, 40, 1).length, 6);
  });

  it('know the field of every area', () => {
    assert.deepStrictEqual(['1', '2', '3', '4', '5', '6'].map(fieldOfArea), [
      'mathematics',
      'machineLearning',
      'deepLearning',
      'deepLearning',
      'operations',
      null,
    ]);
  });
});
