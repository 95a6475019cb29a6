// What the debugger shows of a stop: call stack, scopes, variables in pages, and values of expressions.
import { ExpressionError } from '../../../core/expression';
import { inlineValue } from '../../../core/maml/debug/inlineValues';
import { callerOf } from '../../../core/maml/debug/listingDocument';
import type { Moment } from '../../../core/maml/debug/moment';
import { namesOf } from '../../../core/maml/debug/names';
import { rough, summary, typeOf, type Value } from '../../../core/maml/debug/values';
import { childCounts, childrenOf, scopesOf, scopeVariables, type FrameDepth, type Variable } from '../../../core/maml/debug/variableTree';
import { FUNCTIONS, NotYetError } from '../../../core/maml/debug/watch';
import type { DebugArguments } from '../../../protocol/debug';
import type { DebugProgram } from './debugProgram';
import type { DebugWords } from './debugWords';
import { VariableHandles } from './variableHandles';

const FRAMES = [0, 1, 2] as const satisfies readonly FrameDepth[];

export class Inspection {
  readonly #program: DebugProgram;
  readonly #words: DebugWords;
  readonly handles = new VariableHandles();

  constructor(program: DebugProgram, words: DebugWords) {
    this.#program = program;
    this.#words = words;
  }

  /** The frames at this stop, innermost first; the frame of depth d has the number d + 1. */
  stackTrace({ startFrame = 0, levels = 0 }: DebugArguments['stackTrace']) {
    const { path, document } = this.#program;
    const moment = this.#program.stopped.moment();
    const depth = moment.next?.depth ?? 0;
    const line = (frame: FrameDepth): number => {
      if (moment.next === undefined || frame === depth) return this.#program.lineOf(moment.next?.line);
      return frame === 1 ? callerOf(document, moment.next.line) : this.#program.lineOf('task');
    };
    const frames = FRAMES.filter((frame) => frame <= depth)
      .map((frame) => ({
        id: frame + 1,
        name: this.#frameName(frame, moment),
        line: line(frame),
        column: 1,
        source: { name: document.name, path },
      }))
      .reverse();
    return { stackFrames: frames.slice(startFrame, levels === 0 ? undefined : startFrame + levels), totalFrames: frames.length };
  }

  #frameName(frame: FrameDepth, { next, iteration, iterations, tasks, settings }: Moment): string {
    const words = this.#words;
    if (next === undefined) return words.ended(iterations);
    if (frame === 0) return words.outerIteration(iteration + 1, iterations);
    if (frame === 2) {
      const name = next.line === 'second-order' ? words.innerStepBack : words.innerStep;
      return name((next.inner ?? 0) + 1, settings.innerSteps);
    }
    const index = next.task ?? 0;
    const named = Object.entries(tasks[index]?.parameters ?? {}).slice(0, 3);
    const what = named.map(([key, value]) => `${key} ${rough(value)}`).join(', ');
    return `${words.task(index + 1, settings.metaBatch)}${what === '' ? '' : ` (${what})`}`;
  }

  /** @throws when there is no such frame at this stop */
  depthOf(frameId: number): FrameDepth {
    const moment = this.#program.stopped.moment();
    const depth = FRAMES.find((frame) => frame === frameId - 1);
    if (depth === undefined || depth > (moment.next?.depth ?? 0)) throw new Error(this.#words.noFrame());
    return depth;
  }

  scopes({ frameId }: DebugArguments['scopes']) {
    const depth = this.depthOf(frameId);
    const moment = this.#program.stopped.moment();
    return {
      scopes: scopesOf(depth).map((scope) => ({
        name: this.#words.scopes[scope],
        ...(scope === 'here' ? { presentationHint: 'locals' } : {}),
        variablesReference: this.handles.add({ scope, depth, moment }),
        expensive: false,
      })),
    };
  }

  variables({ variablesReference, filter, start = 0, count = 0 }: DebugArguments['variables']) {
    const held = this.handles.get(variablesReference);
    if (held === undefined) throw new Error(this.#words.staleReference());
    if ('scope' in held) {
      const { moment } = held;
      const rows = scopeVariables(held.scope, moment, held.depth).map((variable) => this.#row(variable));
      return { variables: held.scope === 'hyperparameters' ? [...rows, ...this.#upcoming(moment)] : rows };
    }
    const { named } = childCounts(held.value);
    if (filter === (named > 0 ? 'indexed' : 'named')) return { variables: [] };
    return { variables: childrenOf(held, start, count === 0 ? Infinity : count).map((variable) => this.#row(variable)) };
  }

  /** Values that have been set and hold from a later iteration on. */
  #upcoming({ iteration, settings }: Moment) {
    const { segments } = this.#program.session.timeline;
    return segments
      .filter(({ from }) => from > iteration)
      .flatMap(({ from, experiment }) =>
        (['alpha', 'beta', 'innerSteps'] as const)
          .filter((name) => experiment.settings[name] !== settings[name])
          .map((name) => ({
            name: this.#words.fromIteration(name, from + 1),
            value: String(experiment.settings[name]),
            variablesReference: 0,
            presentationHint: { attributes: ['readOnly'] },
          })),
      );
  }

  #row(variable: Variable) {
    const { name, expression, settable } = variable;
    return {
      name,
      ...this.#shown(variable),
      evaluateName: expression,
      ...(settable ? {} : { presentationHint: { attributes: ['readOnly'] } }),
    };
  }

  #shown(variable: Variable) {
    const { value } = variable;
    const { named, indexed } = childCounts(value);
    return {
      value: this.text(value),
      type: typeOf(value),
      variablesReference: named + indexed > 0 ? this.handles.add(variable) : 0,
      ...(indexed > 0 ? { indexedVariables: indexed } : {}),
      ...(named > 0 ? { namedVariables: named } : {}),
    };
  }

  text(value: Value): string {
    return value.kind === 'absent' ? this.#words.notYet(this.#program.lineOf(value.line)) : summary(value);
  }

  evaluate({ expression }: DebugArguments['evaluate']) {
    const value = this.#program.stopped.evaluate(expression);
    const { value: result, ...rest } = this.#shown({ name: expression, value, expression, settable: false });
    return { result, ...rest };
  }

  /** A value that is not there yet is no mistake in a row of watches, so it is told apart. */
  evaluated(args: DebugArguments['evaluate']) {
    try {
      return this.evaluate(args);
    } catch (error) {
      if (!(error instanceof NotYetError)) throw error;
      return { result: '—', variablesReference: 0 };
    }
  }

  /** What stands beside each line of the listing. */
  inlineValues() {
    const { path, document, stopped } = this.#program;
    const moment = stopped.moment();
    const values = document.labels.flatMap((label, index) => {
      const text = label === undefined ? undefined : inlineValue(label, moment);
      return text === undefined ? [] : [{ line: index + 1, text }];
    });
    return { path, values };
  }

  completions({ text, column }: DebugArguments['completions']) {
    const before = text.slice(0, Math.max(0, column - 1));
    const word = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? '';
    const targets = [
      ...namesOf(this.#program.algorithm).map((label) => ({ label, type: 'variable' })),
      ...FUNCTIONS.map((label) => ({ label, text: `${label}(`, type: 'function' })),
    ];
    return {
      targets: targets
        .filter(({ label }) => label.startsWith(word))
        .map((target) => ({ ...target, start: before.length - word.length, length: word.length })),
    };
  }

  /** The name behind a row of the variables view. */
  nameOf(reference: number, name: string): string {
    const held = this.handles.get(reference);
    if (held === undefined) throw new Error(this.#words.staleReference());
    if (!('scope' in held)) throw new ExpressionError(this.#words.cannotSet(name), 1);
    const known = scopeVariables(held.scope, held.moment, held.depth).some((variable) => variable.name === name);
    if (!known) throw new Error(this.#words.noVariable(name));
    return name;
  }
}
