// Breakpoints on labels of the listing: with a condition, a hit count, or a message instead of a stop.
import { ExpressionError } from '../../expression';
import type { Line } from '../trace/step';
import { summary, type Value } from './values';
import { NotYetError } from './watch';
import { parseWatch, type Watch } from './watchSyntax';

/** What is asked for; empty texts count as absent. */
export interface BreakpointRequest {
  readonly label: Line;
  readonly condition?: string | undefined;
  readonly hitCondition?: string | undefined;
  readonly logMessage?: string | undefined;
}

/** A mistake in a breakpoint's texts; the message says in which. */
export class BreakpointError extends Error {
  override readonly name = 'BreakpointError';
}

type LogPart = string | { readonly source: string; readonly tree: Watch };

export interface Breakpoint {
  readonly id: number;
  readonly label: Line;
  readonly condition: Watch | undefined;
  readonly enough: ((hits: number) => boolean) | undefined;
  readonly log: readonly LogPart[] | undefined;
  /** How often the line was reached with the condition true. */
  hits: number;
  /** A condition that cannot be evaluated is reported once. */
  reported: boolean;
}

const given = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text);

function parsed(what: string, source: string): Watch {
  try {
    return parseWatch(source);
  } catch (error) {
    if (error instanceof ExpressionError) throw new BreakpointError(`${what} “${source}”: ${error.message}.`);
    throw error;
  }
}

const tests = {
  '==': (hits: number, n: number) => hits === n,
  '>=': (hits: number, n: number) => hits >= n,
  '>': (hits: number, n: number) => hits > n,
  '<=': (hits: number, n: number) => hits <= n,
  '<': (hits: number, n: number) => hits < n,
  '%': (hits: number, n: number) => hits % n === 0,
} as const;
const isTest = (sign: string): sign is keyof typeof tests => Object.hasOwn(tests, sign);

/** `5` and `== 5` stop at the fifth hit, `> 5` at each one after it, `% 5` at each fifth. */
function hitTest(source: string): (hits: number) => boolean {
  const [, sign = '', count = ''] = /^\s*(==|>=|<=|>|<|%)?\s*(\d{1,9})\s*$/.exec(source) ?? [];
  const n = Number(count);
  const test = sign === '' ? '==' : sign;
  if (count === '' || !isTest(test) || (test === '%' && n === 0)) {
    throw new BreakpointError(`The hit count “${source}” is none; write a number, or one after ==, >, >=, <, <= or %.`);
  }
  return (hits) => tests[test](hits, n);
}

/** The text between braces is evaluated; a brace without its partner is plain text. */
function logParts(source: string): LogPart[] {
  return source
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const inner = /^\{([^{}]+)\}$/.exec(part)?.[1];
      return inner === undefined ? part : { source: inner, tree: parsed('The log message’s expression', inner) };
    });
}

/** @throws BreakpointError when one of the texts cannot be read */
export function breakpoint(id: number, { label, ...texts }: BreakpointRequest): Breakpoint {
  const [condition, hitCondition, logMessage] = [given(texts.condition), given(texts.hitCondition), given(texts.logMessage)];
  return {
    id,
    label,
    condition: condition === undefined ? undefined : parsed('The condition', condition),
    enough: hitCondition === undefined ? undefined : hitTest(hitCondition),
    log: logMessage === undefined ? undefined : logParts(logMessage),
    hits: 0,
    reported: false,
  };
}

/** Whether the condition holds; one on values that are not computed yet does not. */
export function holds({ condition }: Breakpoint, evaluate: (tree: Watch) => Value): boolean {
  if (condition === undefined) return true;
  try {
    const value = evaluate(condition);
    if (value.kind === 'truth') return value.value;
    if (value.kind === 'number') return value.value !== 0;
    throw new ExpressionError('a comparison is expected', 1);
  } catch (error) {
    if (error instanceof NotYetError) return false;
    throw error;
  }
}

/** The message of a logpoint; what cannot be evaluated stands there with its reason. */
export function logText(parts: readonly LogPart[], evaluate: (tree: Watch) => Value): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      try {
        return summary(evaluate(part.tree));
      } catch (error) {
        if (error instanceof ExpressionError) return `{${part.source}: ${error.message}}`;
        throw error;
      }
    })
    .join('');
}
