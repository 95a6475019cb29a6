// The pocket calculator of the exam.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { calculate, showResult } from '../../../src/core/quiz/calculator';

const results: readonly (readonly [text: string, shown: string])[] = [
  ['0.1 + 0.2', '0.3'],
  ['2×3÷4', '1.5'],
  ['（１＋２）＊３', '9'],
  ['−2^2', '-4'],
  ['√(2)^2', '2'],
  ['ln(e)', '1'],
  ['log2(8)', '3'],
  ['-(1/2)*log2(1/2)', '0.5'],
  ['2π', ''],
  ['ans*2', '14'],
  ['1/0', ''],
  ['sqrt(-1)', ''],
  ['2+', ''],
];

describe('the calculator', () => {
  for (const [text, shown] of results)
    it(`${text} gives ${shown || 'no value'}`, () => {
      const result = calculate(text, 7);
      assert.strictEqual('value' in result ? showResult(result.value) : '', shown);
    });

  it('says where a text stops making sense', () => {
    assert.deepStrictEqual(calculate('2+*3', 0), { column: 3 });
    assert.deepStrictEqual(calculate('1/0', 0), { column: 0 });
    assert.deepStrictEqual(calculate('x', 0), { column: 1 });
  });

  it('gives a finite value or a place for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = calculate(text, 0);
        assert.ok('column' in result || Number.isFinite(result.value));
      }),
      { numRuns: 1000 },
    );
  });
});
