/** The portable elementary functions against the engine's own, over wide ranges, and their exact values. */
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { cos, exp, log, sin, tanh } from '../../../../src/core/maml/portableMath';

const view = new DataView(new ArrayBuffer(8));

/** Position of x on the number line of doubles, so that a difference counts units in the last place. */
function position(x: number): bigint {
  view.setFloat64(0, x);
  const raw = view.getBigInt64(0);
  return raw < 0n ? -(raw & 0x7fffffffffffffffn) : raw;
}

function ulps(a: number, b: number): number {
  if (Number.isNaN(a) && Number.isNaN(b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const distance = Number(position(a) - position(b));
  return Math.abs(distance);
}

const ownMath = { sin, cos, exp, log, tanh };
const ranges = {
  sin: [-1e6, 1e6],
  cos: [-1e6, 1e6],
  exp: [-745, 709.7],
  log: [1e-300, 1e300],
  tanh: [-25, 25],
} satisfies Record<keyof typeof ownMath, [number, number]>;

describe('portable elementary functions', () => {
  for (const name of Object.keys(ranges) as (keyof typeof ranges)[]) {
    const [min, max] = ranges[name];
    const near = (x: number) => ulps(ownMath[name](x), Math[name](x));
    it(`${name} stays within 2 ulp of the engine's ${name} on [${min}, ${max}] and near 0`, () => {
      fc.assert(
        fc.property(
          fc.double({ min, max, noNaN: true }),
          fc.double({ min: name === 'log' ? 1e-9 : -8, max: 8, noNaN: true }),
          (wide, narrow) => {
            assert.ok(near(wide) <= 2, `${name}(${wide}) = ${ownMath[name](wide)}, engine ${Math[name](wide)}`);
            assert.ok(near(narrow) <= 2, `${name}(${narrow}) = ${ownMath[name](narrow)}, engine ${Math[name](narrow)}`);
          },
        ),
        { numRuns: 20000, seed: 7 },
      );
    });
  }

  it('reduces huge angles correctly (values from a 300-digit computation)', () => {
    // sin(1e22), cos(1e22): the classical test of argument reduction (Ng 1992).
    assert.ok(ulps(sin(1e22), -0.8522008497671888) <= 1);
    assert.ok(ulps(cos(1e22), 0.5232147853951389) <= 1);
    for (let e = 21; e < 1023; e += 7) {
      const x = 1.2345 * 2 ** e;
      assert.ok(ulps(sin(x), Math.sin(x)) <= 2 && ulps(cos(-x), Math.cos(x)) <= 2, `angle ${x}`);
    }
    // The double nearest to a multiple of π/2: 6381956970095103 · 2^797.
    const hardest = 6381956970095103 * 2 ** 797;
    assert.ok(ulps(cos(hardest), Math.cos(hardest)) <= 2, `${cos(hardest)} ${Math.cos(hardest)}`);
  });

  it('has the exact values at the ends', () => {
    assert.deepStrictEqual([exp(0), exp(-800), exp(710), exp(-Infinity), exp(Infinity)], [1, 0, Infinity, 0, Infinity]);
    assert.deepStrictEqual([log(1), log(0), log(-1), log(Infinity)], [0, -Infinity, NaN, Infinity]);
    assert.deepStrictEqual([tanh(0), tanh(-0), tanh(40), tanh(-Infinity)], [0, -0, 1, -1]);
    assert.deepStrictEqual([sin(0), sin(-0), cos(0), sin(Infinity), cos(NaN)], [0, -0, 1, NaN, NaN]);
    assert.ok(ulps(log(5e-324), Math.log(5e-324)) <= 1 && exp(-745.13) === 5e-324);
  });
});
