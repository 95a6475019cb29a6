// The syntax of watches, hovers and conditions: the arithmetic of content with members, indices, calls of any name, and logic.
import { ExpressionError } from '../../expression';

export type Operator = '+' | '-' | '*' | '/' | '^' | '<' | '>' | '<=' | '>=' | '==' | '!=' | '&&' | '||';

/** The syntax tree; `column` counts characters from 1. */
export type Watch =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string; readonly column: number }
  | { readonly kind: 'member'; readonly of: Watch; readonly name: string; readonly column: number }
  | { readonly kind: 'index'; readonly of: Watch; readonly at: readonly Watch[]; readonly column: number }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Watch[]; readonly column: number }
  | { readonly kind: 'negate' | 'not'; readonly of: Watch; readonly column: number }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Watch; readonly right: Watch; readonly column: number };

/** Operators by how tightly they bind, loosest first; `**` is written as in Python. */
const LEVELS: readonly (readonly Operator[])[] = [['||'], ['&&'], ['<', '>', '<=', '>=', '==', '!='], ['+', '-'], ['*', '/']];
const SPELLINGS: Readonly<Record<string, Operator>> = { and: '&&', or: '||', '**': '^' };
const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(\*\*|&&|\|\||<=|>=|==|!=|[-+*/^(),<>.[\]!=]))/uy;

interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly column: number;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null) {
      const column = at + (/\S/.exec(text.slice(at))?.index ?? 0);
      throw new ExpressionError(`“${text.charAt(column)}” is not part of the language`, column + 1);
    }
    const word = match[1] ?? match[2] ?? match[3] ?? '';
    const logic = word === 'and' || word === 'or' || word === 'not';
    const kind = match[1] !== undefined ? 'number' : match[2] !== undefined && !logic ? 'name' : 'sign';
    found.push({ kind, text: word, column: TOKEN.lastIndex - word.length + 1 });
  }
  return [...found, { kind: 'end', text: 'the end', column: text.length + 1 }];
}

class Reader {
  readonly #all: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#all = tokens(text);
  }

  whole(): Watch {
    const tree = this.#level(0);
    const { kind, text, column } = this.#peek();
    if (kind !== 'end') throw new ExpressionError(`“${text}” is not expected here`, column);
    return tree;
  }

  #peek(): Token {
    return this.#all[Math.min(this.#at, this.#all.length - 1)]!;
  }

  #take(...signs: readonly string[]): Token | undefined {
    const token = this.#peek();
    if (token.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.#at++;
    return token;
  }

  #need(sign: string): void {
    const { text, column } = this.#peek();
    if (this.#take(sign) === undefined) throw new ExpressionError(`“${sign}” is missing before “${text}”`, column);
  }

  #level(depth: number): Watch {
    const operators = LEVELS[depth];
    if (operators === undefined) return this.#unary();
    let left = this.#level(depth + 1);
    for (;;) {
      const { kind, text, column } = this.#peek();
      const operator = operators.find((known) => known === (SPELLINGS[text] ?? text));
      if (kind === 'sign' && text === '=') throw new ExpressionError('“=” compares nothing; write “==”', column);
      if (kind !== 'sign' || operator === undefined) return left;
      this.#at++;
      left = { kind: 'binary', operator, left, right: this.#level(depth + 1), column };
    }
  }

  #unary(): Watch {
    const sign = this.#take('-', '!', 'not');
    if (sign === undefined) return this.#power();
    // `not` reaches over a comparison, as in Python; `!` and − bind to what follows.
    const of = sign.text === 'not' ? this.#level(2) : this.#unary();
    return { kind: sign.text === '-' ? 'negate' : 'not', of, column: sign.column };
  }

  #power(): Watch {
    const left = this.#postfix();
    const sign = this.#take('^', '**');
    return sign === undefined ? left : { kind: 'binary', operator: '^', left, right: this.#unary(), column: sign.column };
  }

  #postfix(): Watch {
    let tree = this.#atom();
    for (;;) {
      const { column } = this.#peek();
      if (this.#take('.') !== undefined) {
        const { kind, text } = this.#peek();
        if (kind !== 'name') throw new ExpressionError(`a name is expected after “.” instead of “${text}”`, this.#peek().column);
        this.#at++;
        tree = { kind: 'member', of: tree, name: text, column };
      } else if (this.#take('[') !== undefined) {
        tree = { kind: 'index', of: tree, at: this.#list(']'), column };
      } else return tree;
    }
  }

  #list(end: string): Watch[] {
    const items = [this.#level(0)];
    while (this.#take(',') !== undefined) items.push(this.#level(0));
    this.#need(end);
    return items;
  }

  #atom(): Watch {
    const { kind, text, column } = this.#peek();
    this.#at++;
    if (kind === 'number') return { kind, value: Number(text) };
    if (kind === 'name')
      return this.#take('(') === undefined ? { kind, name: text, column } : { kind: 'call', name: text, of: this.#list(')'), column };
    if (text !== '(') throw new ExpressionError(`a number, a name or “(” is expected instead of “${text}”`, column);
    const inner = this.#level(0);
    this.#need(')');
    return inner;
  }
}

/** Longer ones are no watches, and deep nesting would exhaust the stack. */
const LONGEST = 400;

/**
 * Reads an expression such as `norm(theta - phi) > 0.1 && task == 3` or `theta.w2[0, 3]`.
 * @throws ExpressionError with the column of the mistake
 */
export function parseWatch(text: string): Watch {
  if (text.trim() === '') throw new ExpressionError('an expression is expected', 1);
  if (text.length > LONGEST) throw new ExpressionError(`an expression has at most ${LONGEST} characters`, LONGEST);
  return new Reader(text).whole();
}
