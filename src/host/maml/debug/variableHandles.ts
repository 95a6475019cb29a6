// The numbers by which an editor refers to rows of the variables view: never used twice, and valid for two stops.
import type { Moment } from '../../../core/maml/debug/moment';
import type { FrameDepth, ScopeId, Variable } from '../../../core/maml/debug/variableTree';

export type Held = { readonly scope: ScopeId; readonly depth: FrameDepth; readonly moment: Moment } | Variable;

export class VariableHandles {
  #next = 1;
  #held = new Map<number, Held>();
  /** An editor may still be asking for the stop before when the next one comes; its answer is what was true then. */
  #former = new Map<number, Held>();

  add(held: Held): number {
    this.#held.set(this.#next, held);
    return this.#next++;
  }

  get(reference: number): Held | undefined {
    return this.#held.get(reference) ?? this.#former.get(reference);
  }

  /** A new stop. */
  turn(): void {
    this.#former = this.#held;
    this.#held = new Map();
  }
}
