// A scripted client of the Debug Adapter Protocol: what an editor does, in plain Node, with every message kept.
import assert from 'node:assert/strict';
import { Experiment } from '../../../src/core/maml/experiment';
import { createMachine } from '../../../src/core/maml/model';
import { familyOf } from '../../../src/core/maml/tasks/families';
import { DebugAdapter, type AdapterHost } from '../../../src/host/maml/debug/debugAdapter';
import { debugWords, type Translator } from '../../../src/host/maml/debug/debugWords';
import type { DebugEvent, DebugOutgoing, DebugResponse } from '../../../src/protocol/debug';
import { builtKernel } from '../../core/maml/machine/builtKernel';

const fill = (message: string, ...args: (string | number)[]) => message.replace(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)]));
const english = { l10n: { t: fill } } as unknown as Translator;

export const PATH = 'maml-listing:/MAML.maml';
/** Small enough that hundreds of sessions are quick. */
export const SMALL = { metaBatch: 3, shots: 5, queryShots: 4, hidden: [6, 5], iterations: 12, seed: 5 };

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly variablesReference: number;
  readonly indexedVariables?: number;
  readonly evaluateName?: string;
}
export interface Frame {
  readonly id: number;
  readonly name: string;
  readonly line: number;
}

export const host = async (): Promise<AdapterHost> => {
  const kernel = await builtKernel();
  return {
    words: debugWords(english),
    pathOf: (algorithm) => (algorithm === 'maml' ? PATH : `maml-listing:/${algorithm}.maml`),
    experimentFor: async (settings, { from, images } = {}) =>
      new Experiment(settings, createMachine(familyOf(settings.family).model(settings), kernel), undefined, from, images),
  };
};

export class Client {
  readonly adapter: DebugAdapter;
  readonly events: DebugEvent[] = [];
  readonly #answers = new Map<number, (response: DebugResponse) => void>();
  #stops: DebugEvent[] = [];
  #waiting: ((event: DebugEvent) => void) | undefined;
  #seq = 1;

  constructor(adapterHost: AdapterHost) {
    this.adapter = new DebugAdapter(adapterHost, (message) => this.receive(message));
  }

  /** Takes what the adapter sends. */
  receive(message: DebugOutgoing): void {
    if (message.type === 'response') return this.#answers.get(message.request_seq)?.(message);
    this.events.push(message);
    if (message.event !== 'stopped') return;
    if (this.#waiting === undefined) this.#stops.push(message);
    else this.#waiting(message);
    this.#waiting = undefined;
  }

  /** Sends a request and gives back the whole response. */
  async raw(command: string, args?: unknown): Promise<DebugResponse> {
    const seq = this.#seq++;
    return new Promise((resolve) => {
      this.#answers.set(seq, (response) => {
        this.#answers.delete(seq);
        resolve(response);
      });
      void this.adapter.handle({ type: 'request', seq, command, ...(args === undefined ? {} : { arguments: args }) });
    });
  }

  /** The body of a response that must be a success. */
  async ask<T = unknown>(command: string, args?: unknown): Promise<T> {
    const response = await this.raw(command, args);
    assert.equal(response.success, true, `${command}: ${response.message}`);
    return response.body as T;
  }

  /** The message of a response that must be a refusal. */
  async refused(command: string, args?: unknown): Promise<string> {
    const response = await this.raw(command, args);
    assert.equal(response.success, false, `${command} was not refused`);
    return response.message ?? '';
  }

  stopped(): Promise<Record<string, unknown>> {
    const waiting = this.#stops.shift();
    const event = waiting ? Promise.resolve(waiting) : new Promise<DebugEvent>((resolve) => (this.#waiting = resolve));
    return event.then(({ body }) => body as Record<string, unknown>);
  }

  /** The last stop reported so far; those before it are forgotten. */
  async lastStop(): Promise<Record<string, unknown>> {
    this.#stops.splice(0, this.#stops.length - 1);
    return this.stopped();
  }

  /** A request that moves, and the stop that follows. */
  async go(command: string, args: object = {}): Promise<Record<string, unknown>> {
    await this.ask(command, { threadId: 1, ...args });
    return this.stopped();
  }

  /** Launches as an editor does, with breakpoints set before the program starts. */
  async launch(config: object = {}, breakpoints: readonly object[] = []): Promise<Record<string, unknown>> {
    await this.ask('initialize', { adapterID: 'maml', linesStartAt1: true });
    await this.ask('launch', { type: 'maml', request: 'launch', name: 'test', __sessionId: 'x', ...SMALL, ...config });
    if (breakpoints.length > 0) await this.breakpoints(...breakpoints);
    await this.ask('configurationDone');
    return this.stopped();
  }

  async breakpoints(
    ...breakpoints: readonly object[]
  ): Promise<{ readonly verified: boolean; readonly line: number; readonly message?: string }[]> {
    const body = await this.ask<{ breakpoints: { verified: boolean; line: number }[] }>('setBreakpoints', {
      source: { path: PATH },
      breakpoints,
    });
    return body.breakpoints;
  }

  async frames(): Promise<Frame[]> {
    return (await this.ask<{ stackFrames: Frame[] }>('stackTrace', { threadId: 1 })).stackFrames;
  }

  async line(): Promise<number> {
    return (await this.frames())[0]!.line;
  }

  async scopes(frameId?: number): Promise<Row[]> {
    const id = frameId ?? (await this.frames())[0]!.id;
    return (await this.ask<{ scopes: Row[] }>('scopes', { frameId: id })).scopes;
  }

  async children(variablesReference: number, page: object = {}): Promise<Row[]> {
    return (await this.ask<{ variables: Row[] }>('variables', { variablesReference, ...page })).variables;
  }

  /** The rows of a scope by its name. */
  async scope(name: string): Promise<Row[]> {
    const found = (await this.scopes()).find((scope) => scope.name === name);
    assert.ok(found, `no scope ${name}`);
    return this.children(found.variablesReference);
  }

  async evaluate(expression: string, context = 'watch'): Promise<string> {
    return (await this.ask<{ result: string }>('evaluate', { expression, context, frameId: 1 })).result;
  }
}

/** A client at the stop on entry. */
export async function launched(config: object = {}, breakpoints: readonly object[] = []): Promise<Client> {
  const client = new Client(await host());
  await client.launch(config, breakpoints);
  return client;
}
