// Numbers as learners type them, on Japanese and other keyboards.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { parseNumber } from '../../../src/core/quiz/parseNumber';

const readings: Record<string, number> = {
  '1.6': 1.6,
  ' 1.6 ': 1.6,
  '1.': 1,
  '.5': 0.5,
  '+3': 3,
  '007': 7,
  '１．６': 1.6,
  '１。６': 1.6,
  '−0.25': -0.25,
  'ー0.25': -0.25,
  '－０．２５': -0.25,
  '–2': -2,
  '1,234.5': 1234.5,
  '１，０００': 1000,
  '12,345,678': 12345678,
  '1/3': 1 / 3,
  '-1/4': -0.25,
  '３／４': 0.75,
  '½': 0.5,
  '1 / 8': 0.125,
  '1e-3': 0.001,
  '1.2E+2': 120,
  '2×10^-3': 0.002,
  '2*10^(-3)': 0.002,
  '2×10⁻³': 0.002,
  '10^3': 1000,
  '-10²': -100,
  '50%': 0.5,
  '５０％': 0.5,
  '= 1.4': 1.4,
  '≈0.33': 0.33,
  '≒0.33': 0.33,
  '1 000': 1000,
  '2 500 000': 2_500_000,
  '1 / 2': 0.5,
  '- 3': -3,
};

const nonsense = [
  '',
  '  ',
  '-',
  '.',
  ',',
  'abc',
  '1.2.3',
  '1,23',
  '1,2345',
  '0,5',
  '1/0',
  '1/2/3',
  '/3',
  '1e',
  'e5',
  '1-2',
  '--1',
  'NaN',
  'Infinity',
  '1e999',
  '0x10',
  '3枚',
  '1 + 1',
  '0,125',
  '0、125',
  '012,345',
  '1 1/2',
  '1½',
  '1 2',
  '12 34',
];

describe('parseNumber', () => {
  for (const [text, value] of Object.entries(readings))
    it(`reads “${text}” as ${value}`, () => assert.strictEqual(parseNumber(text), value));
  for (const text of nonsense) it(`reads no number in “${text}”`, () => assert.strictEqual(parseNumber(text), null));

  it('lets the learner repeat the unit, and no other one', () => {
    assert.strictEqual(parseNumber('12枚', '枚'), 12);
    assert.strictEqual(parseNumber('１２ 枚', '枚'), 12);
    assert.strictEqual(parseNumber('12人', '枚'), null);
    assert.strictEqual(parseNumber('85%', '%'), 85);
    assert.strictEqual(parseNumber('85', '%'), 85);
  });

  it('reads back every double as JavaScript writes it, also in full-width digits', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const double = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0));
    fc.assert(
      fc.property(double, (x) => {
        assert.strictEqual(parseNumber(String(x)), x);
        assert.strictEqual(parseNumber(wide(String(x))), x);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a finite number or null for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseNumber(text);
        assert.ok(value === null || Number.isFinite(value));
      }),
      { numRuns: 1000 },
    );
  });
});
