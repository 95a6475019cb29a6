// The exam's pocket calculator: arithmetic as people type it, with π, e and the last result.
import { evaluate, ExpressionError, parseExpression } from '../expression';

/** Either the value, or the place (from 1) where the text stops making sense; 0 when only the result does not exist, as for 1/0. */
export type Calculation = { readonly value: number } | { readonly column: number };

/** To the language of expressions, character for character, so that places stay the same; only ln and √ grow. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[×·]/g, '*')
    .replace(/[÷]/g, '/')
    .replace(/[−–—ー]/g, '-')
    .replace(/π/g, ' pi ')
    .replace(/√/g, ' sqrt')
    .replace(/\bln\b/g, 'log');
}

/** @param last the result before this one, called `ans` */
export function calculate(text: string, last: number): Calculation {
  const names: ReadonlyMap<string, number> = new Map([
    ['pi', Math.PI],
    ['e', Math.E],
    ['ans', last],
  ]);
  try {
    const value = evaluate(parseExpression(plain(text)), (name) => names.get(name));
    return Number.isFinite(value) ? { value } : { column: 0 };
  } catch (error) {
    if (error instanceof ExpressionError) return { column: error.column };
    throw error;
  }
}

/** Ten significant digits and no trailing zeros, so that 0.1 + 0.2 reads 0.3. */
export const showResult = (value: number): string => String(Number(value.toPrecision(10)));
