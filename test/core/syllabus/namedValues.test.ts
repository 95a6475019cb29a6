/** Named values: computed in any order, circles found, shown with the asked digits. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameValues, showValue } from '../../../src/core/syllabus/namedValues';

describe('named values', () => {
  it('are computed from each other in whatever order they stand', () => {
    const lines: [string, string | number][] = [
      ['phi', 'theta - alpha * g'],
      ['g', 'a * (theta - c)'],
      ['a', '3'],
      ['c', 4],
      ['theta', '1'],
      ['alpha', 0.1],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (order) => {
        const { values, mistakes } = nameValues(Object.fromEntries(order));
        assert.deepEqual(mistakes, []);
        assert.ok(Math.abs((values.get('phi') ?? 0) - 1.9) < 1e-12);
      }),
    );
  });

  it('name every value that cannot be computed, and compute the rest', () => {
    const { values, mistakes } = nameValues({ a: 'b + 1', b: 'a + 1', c: 'd', e: '1 / 0', f: '2' });
    assert.deepEqual(
      mistakes.map(({ name }) => name),
      ['a', 'b', 'c', 'e'],
    );
    assert.match(mistakes[0]?.what ?? '', /depends on itself/);
    assert.match(mistakes[2]?.what ?? '', /“d” has no value/);
    assert.match(mistakes[3]?.what ?? '', /“e” is Infinity/);
    assert.deepEqual([...values], [['f', 2]]);
  });

  it('are shown without the noise of binary fractions', () => {
    assert.equal(showValue(0.1 + 0.2, undefined, false), '0.3');
    assert.equal(showValue(1761, undefined, false), '1761');
    assert.equal(showValue(1.9, 3, false), '1.9');
    assert.equal(showValue(1.9, 3, true), '1.900');
    assert.equal(showValue(1.6666666, 3, false), '1.667');
    assert.equal(showValue(-0.0001, 2, true), '0.00');
  });
});
