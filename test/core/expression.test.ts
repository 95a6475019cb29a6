/** The arithmetic of content: against JavaScript's own, by precedence, and with columns in its errors. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExpressionError, evaluate, parseExpression, type Expression } from '../../src/core/expression';

const value = (text: string, names: Record<string, number> = {}): number => evaluate(parseExpression(text), (name) => names[name]);

function fails(text: string, column: number, what: RegExp): void {
  assert.throws(
    () => value(text, { a: 1 }),
    (error) => error instanceof ExpressionError && error.column === column && what.test(error.message),
    text,
  );
}

type Arithmetic = '+' | '-' | '*';
const arithmetic: readonly Arithmetic[] = ['+', '-', '*'];

/** A random tree over +, −, * and negation, of small whole numbers, so that no rounding blurs the comparison. */
const tree = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ kind: fc.constant('negate' as const), of: tie('node') }),
    fc.record({ kind: fc.constant('binary' as const), operator: fc.constantFrom(...arithmetic), left: tie('node'), right: tie('node') }),
  ),
})).node;

/** What the tree is worth, by JavaScript's own operators. */
function worth(node: Expression): number {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'negate') return -worth(node.of);
  if (node.kind !== 'binary') throw new Error(node.kind);
  const [left, right] = [worth(node.left), worth(node.right)];
  return node.operator === '+' ? left + right : node.operator === '-' ? left - right : left * right;
}

/** The tree as text with every parenthesis written out. */
function written(node: Expression): string {
  if (node.kind === 'number') return String(node.value);
  if (node.kind === 'negate') return `(-${written(node.of)})`;
  if (node.kind === 'binary') return `(${written(node.left)} ${node.operator} ${written(node.right)})`;
  throw new Error(node.kind);
}

describe('expressions', () => {
  it('follow the usual precedence', () => {
    const cases: Record<string, number> = {
      '1 + 2 * 3': 7,
      '(1 + 2) * 3': 9,
      '10 - 4 - 3': 3,
      '24 / 4 / 2': 3,
      '2 ^ 3 ^ 2': 512,
      '-2 ^ 2': -4,
      '(-2) ^ 2': 4,
      '2 ^ -1': 0.5,
      '--3': 3,
      '4 * -2': -8,
      '.5 + 1e-1': 0.6,
      '1 + 1 == 2': 1,
      '3 <= 2': 0,
      '2 != 3': 1,
    };
    for (const [text, expected] of Object.entries(cases)) assert.ok(Math.abs(value(text) - expected) < 1e-12, text);
  });

  it('know their functions', () => {
    assert.equal(value('max(1, 4, 2) - min(3, 2)'), 2);
    assert.equal(value('sum(1, 2, 3, 4)'), 10);
    assert.equal(value('round(2.345, 2)'), 2.35);
    assert.equal(value('round(-0.4)'), -0);
    assert.equal(value('sqrt(9) + abs(-2)'), 5);
    assert.equal(value('log(exp(2))'), 2);
  });

  it('look up names', () => {
    assert.equal(value('theta - alpha * g', { theta: 1, alpha: 0.1, g: -9 }), 1.9);
  });

  it('agree with JavaScript on any tree', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const text = written(node);
        const expected = worth(node);
        assert.equal(value(text), expected);
        assert.equal(
          evaluate(node, () => undefined),
          expected,
        );
      }),
    );
  });

  it('read back what was written, however it is spaced', () => {
    fc.assert(
      fc.property(tree, (node) => {
        assert.deepEqual(parseExpression(written(node).replaceAll(' ', '')), parseExpression(written(node)));
      }),
    );
  });

  it('name the column of a mistake', () => {
    fails('1 +', 4, /expected/);
    fails('1 + $', 5, /“\$”/);
    fails('(1 + 2', 7, /“\)” is missing/);
    fails('1 2', 3, /not expected/);
    fails('a + b', 5, /“b” has no value/);
    fails('2 * sine(1)', 5, /no function “sine”.*sqrt/);
    fails('sqrt(1, 2)', 1, /2 arguments/);
    fails('', 1, /expected/);
    fails('1 < 2 < 3', 7, /not expected/);
    fails('a + toString(1)', 5, /no function/);
  });

  it('never end in anything but a value or an ExpressionError', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab12.+-*/^(), <=!$é') }), (text) => {
        try {
          assert.equal(typeof value(text, { a: 1, b: 2 }), 'number');
        } catch (error) {
          assert.ok(error instanceof ExpressionError && error.column >= 1 && error.column <= text.length + 1, String(error));
        }
      }),
    );
  });
});
