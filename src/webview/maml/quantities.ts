// The quantities of MAML as every view of a step shows them: symbol, colour, definition and shape; a new one is one row.
import { html, type TemplateResult } from 'lit';
import { algorithmOf } from '../../core/maml/algorithms/algorithm';
import type { Settings } from '../../core/maml/settings';
import type { Picture } from '../../core/maml/trace/picture';
import { grouped, significant } from '../shared/chart';
import { fill } from '../shared/words';
import { stepWords } from './stepStrings';

export const QUANTITY_IDS = ['theta', 'phi', 'g', 'v', 'support', 'query', 'alpha', 'beta', 'first', 'second', 'sum'] as const;
export type QuantityId = (typeof QUANTITY_IDS)[number];

interface Quantity {
  readonly symbol: string;
  readonly subscript?: string;
  /** Class of its colour in text. */
  readonly colour: string;
  /** Its name in the listing. */
  readonly code: readonly string[];
  readonly size: 'parameters' | 'support' | 'query' | 'alpha' | 'beta';
}

export const QUANTITIES: Readonly<Record<QuantityId, Quantity>> = {
  theta: { symbol: 'θ', colour: 'q-theta', code: ['theta'], size: 'parameters' },
  phi: { symbol: 'φ', colour: 'q-phi', code: ['phi'], size: 'parameters' },
  g: { symbol: 'g', colour: 'q-plain', code: ['g'], size: 'parameters' },
  v: { symbol: 'v', colour: 'q-sum', code: ['v', 'grads'], size: 'parameters' },
  support: { symbol: 'D', subscript: 's', colour: 'q-support', code: ['support'], size: 'support' },
  query: { symbol: 'D', subscript: 'q', colour: 'q-query', code: ['query'], size: 'query' },
  alpha: { symbol: 'α', colour: 'q-rate', code: ['alpha', 'alpha_vec'], size: 'alpha' },
  beta: { symbol: 'β', colour: 'q-rate', code: ['beta'], size: 'beta' },
  first: { symbol: '∇L', subscript: 'q', colour: 'q-theta', code: [], size: 'parameters' },
  second: { symbol: '−αHv', colour: 'q-second', code: ['hvp'], size: 'parameters' },
  sum: { symbol: 'g', subscript: 'meta', colour: 'q-sum', code: ['meta_grad'], size: 'parameters' },
};

const byCode = new Map(QUANTITY_IDS.flatMap((id) => QUANTITIES[id].code.map((name) => [name, id] as const)));

/** The quantity that a name in the listing stands for. */
export const quantityOfCode = (name: string): QuantityId | undefined => byCode.get(name);

export const isQuantity = (name: string | undefined): name is QuantityId => QUANTITY_IDS.some((id) => id === name);

/** A quantity's symbol in its colour. */
export function symbolOf(id: QuantityId): TemplateResult {
  const { symbol, subscript, colour } = QUANTITIES[id];
  return html`<var class=${colour} data-q=${id}>${symbol}${subscript === undefined ? null : html`<sub>${subscript}</sub>`}</var>`;
}

/** What a quantity is and how large: “θ: initial parameters, 1,761 numbers”. */
export function definitionOf(id: QuantityId, { parameterCount, focus }: Picture, settings: Settings): string {
  const { symbol, subscript, size } = QUANTITIES[id];
  const name = `${symbol}${subscript ?? ''}`;
  const say = (text: string, value: string) => fill(text, name, stepWords[id], value);
  const parameters = () => say(stepWords.ofParameters, grouped(parameterCount));
  const examples = (rows: number | undefined) => say(rows === 0 ? stepWords.ofActing : stepWords.ofExamples, String(rows ?? '…'));
  const shapes = {
    parameters,
    support: () => examples(focus?.rows.support),
    query: () => examples(focus?.rows.query),
    alpha: () => (algorithmOf(settings.algorithm).learnsAlpha ? parameters() : say(stepWords.ofNumber, significant(settings.alpha))),
    beta: () => say(stepWords.ofNumber, significant(settings.beta)),
  } satisfies Record<Quantity['size'], () => string>;
  return shapes[size]();
}
