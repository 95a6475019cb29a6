// The small arithmetic language of content: numbers, names, + − * / ^, comparisons, a few functions. Parsed to a tree, then evaluated.

/** Functions by name, with the number of arguments they take (from, to). */
const functions = {
  abs: { from: 1, to: 1, of: Math.abs },
  exp: { from: 1, to: 1, of: Math.exp },
  log: { from: 1, to: 1, of: Math.log },
  log2: { from: 1, to: 1, of: Math.log2 },
  sqrt: { from: 1, to: 1, of: Math.sqrt },
  sin: { from: 1, to: 1, of: Math.sin },
  cos: { from: 1, to: 1, of: Math.cos },
  tanh: { from: 1, to: 1, of: Math.tanh },
  floor: { from: 1, to: 1, of: Math.floor },
  ceil: { from: 1, to: 1, of: Math.ceil },
  mod: { from: 2, to: 2, of: (x: number, y: number) => x - y * Math.floor(x / y) },
  round: { from: 1, to: 2, of: (x: number, digits = 0) => Math.round(x * 10 ** digits) / 10 ** digits },
  min: { from: 1, to: Infinity, of: Math.min },
  max: { from: 1, to: Infinity, of: Math.max },
  sum: { from: 1, to: Infinity, of: (...xs: number[]) => xs.reduce((a, b) => a + b, 0) },
} as const satisfies Record<string, { from: number; to: number; of: (...xs: number[]) => number }>;

/** A function of the language; `log` is the natural logarithm, `round(x, digits)` rounds half up, `mod(x, y)` has the sign of y. */
export type FunctionName = keyof typeof functions;

const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);

const comparisons = ['<=', '>=', '==', '!=', '<', '>'] as const;
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | (typeof comparisons)[number];

/** The syntax tree. `column` counts characters from 1. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string; readonly column: number }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] };

/** A mistake in the text of an expression; the message says what and at which column. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly column: number;
  constructor(what: string, column: number) {
    super(`${what} (column ${column})`);
    this.column = column;
  }
}

interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly column: number;
}

const tokenPattern = /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|==|!=|[-+*/^(),<>]))/y;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  tokenPattern.lastIndex = 0;
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    const match = tokenPattern.exec(text);
    if (match === null) {
      const column = at + (/\S/.exec(text.slice(at))?.index ?? 0);
      throw new ExpressionError(`“${text.charAt(column)}” is not part of the language`, column + 1);
    }
    at = tokenPattern.lastIndex;
    const word = match[1] ?? match[2] ?? match[3] ?? '';
    const kind = match[1] !== undefined ? 'number' : match[2] !== undefined ? 'name' : 'sign';
    found.push({ kind, text: word, column: at - word.length + 1 });
  }
  return [...found, { kind: 'end', text: 'the end', column: text.length + 1 }];
}

/**
 * Reads an expression. Precedence, loosest first: comparison (not chained), + −, * /, unary minus, ^ (to the right): −2^2 is −4.
 * @throws ExpressionError with the column of the mistake
 */
export function parseExpression(text: string): Expression {
  const all = tokens(text);
  let at = 0;
  const peek = (): Token => all[Math.min(at, all.length - 1)] ?? { kind: 'end', text: 'the end', column: text.length + 1 };
  const take = (...signs: readonly string[]): Token | undefined => {
    const token = peek();
    if (token.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    at += 1;
    return token;
  };
  const need = (sign: string): void => {
    if (take(sign) === undefined) throw new ExpressionError(`“${sign}” is missing before “${peek().text}”`, peek().column);
  };
  const chain = (operand: () => Expression, ...operators: BinaryOperator[]): Expression => {
    let left = operand();
    for (let sign = take(...operators); sign !== undefined; sign = take(...operators)) {
      left = { kind: 'binary', operator: binary(sign.text), left, right: operand() };
    }
    return left;
  };
  const binary = (sign: string): BinaryOperator =>
    (['+', '-', '*', '/', '^', ...comparisons] as const).find((operator) => operator === sign) ?? '+';

  const atom = (): Expression => {
    const token = peek();
    at += 1;
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token.kind === 'name') return take('(') === undefined ? { kind: 'name', name: token.text, column: token.column } : call(token);
    if (token.text !== '(') throw new ExpressionError(`a number, a name or “(” is expected instead of “${token.text}”`, token.column);
    const inner = comparison();
    need(')');
    return inner;
  };
  const call = (token: Token): Expression => {
    const name = token.text;
    if (!isFunction(name)) {
      throw new ExpressionError(`there is no function “${name}”; there are ${Object.keys(functions).join(', ')}`, token.column);
    }
    const of = [comparison()];
    while (take(',') !== undefined) of.push(comparison());
    need(')');
    const { from, to } = functions[name];
    if (of.length < from || of.length > to) throw new ExpressionError(`${name} does not take ${of.length} arguments`, token.column);
    return { kind: 'call', name, of };
  };
  const power = (): Expression => {
    const base = atom();
    return take('^') === undefined ? base : { kind: 'binary', operator: '^', left: base, right: unary() };
  };
  const unary = (): Expression => (take('-') === undefined ? power() : { kind: 'negate', of: unary() });
  const product = (): Expression => chain(unary, '*', '/');
  const additive = (): Expression => chain(product, '+', '-');
  const comparison = (): Expression => {
    const left = additive();
    const sign = take(...comparisons);
    return sign === undefined ? left : { kind: 'binary', operator: binary(sign.text), left, right: additive() };
  };

  const whole = comparison();
  if (peek().kind !== 'end') throw new ExpressionError(`“${peek().text}” is not expected here`, peek().column);
  return whole;
}

const known = new Map<string, Expression>();

/** `parseExpression` that remembers: changing numbers evaluate the same few expressions a thousand times. @throws likewise */
export function parseOnce(text: string): Expression {
  const parsed = known.get(text) ?? parseExpression(text);
  known.set(text, parsed);
  return parsed;
}

const operations: Record<BinaryOperator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '<': (a, b) => Number(a < b),
  '>': (a, b) => Number(a > b),
  '<=': (a, b) => Number(a <= b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
};

/**
 * The value of an expression in IEEE double precision; a comparison gives 1 or 0, division by zero gives an infinity.
 * @param lookUp gives the value of a name, or undefined when there is none
 * @throws ExpressionError when a name has no value
 */
export function evaluate(expression: Expression, lookUp: (name: string) => number | undefined): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name': {
      const value = lookUp(expression.name);
      if (value === undefined) throw new ExpressionError(`“${expression.name}” has no value`, expression.column);
      return value;
    }
    case 'negate':
      return -evaluate(expression.of, lookUp);
    case 'binary':
      return operations[expression.operator](evaluate(expression.left, lookUp), evaluate(expression.right, lookUp));
    case 'call': {
      const apply: (...xs: number[]) => number = functions[expression.name].of;
      return apply(...expression.of.map((inner) => evaluate(inner, lookUp)));
    }
  }
}
