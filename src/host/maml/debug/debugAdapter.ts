// The Debug Adapter Protocol over a program: each request is decoded, answered with a result or a clear message, and never ends the session.
import type { Stop, StopReason } from '../../../core/maml/debug/debugSession';
import type { Move } from '../../../core/maml/trace/cursor';
import {
  decodeDebugArguments,
  decodeDebugCommand,
  decodeDebugEnvelope,
  type DebugArguments,
  type DebugCommand,
  type DebugOutgoing,
} from '../../../protocol/debug';
import { ProtocolError } from '../../../protocol/decode';
import { DebugProgram, type DebugHost } from './debugProgram';
import { Inspection } from './inspection';
import { messageOf } from '../../messageOf';

const THREAD = 1;
const DIVERGENCE = 'divergence';
/** Reasons by the protocol's words, where they differ. */
const REASONS: Partial<Record<StopReason, string>> = {
  divergence: 'exception',
  start: 'pause',
  end: 'pause',
  restart: 'entry',
  frame: 'step',
};

export const CAPABILITIES = {
  supportsConfigurationDoneRequest: true,
  supportsConditionalBreakpoints: true,
  supportsHitConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsBreakpointLocationsRequest: true,
  supportsEvaluateForHovers: true,
  supportsCompletionsRequest: true,
  supportsStepBack: true,
  supportsRestartRequest: true,
  supportsRestartFrame: true,
  supportsGotoTargetsRequest: true,
  supportsSetVariable: true,
  supportsSetExpression: true,
  supportsExceptionInfoRequest: true,
  supportsTerminateRequest: true,
} as const;

/** What the adapter needs; the program's own wishes are answered here. */
export type AdapterHost = Omit<DebugHost, 'onStop' | 'onMove' | 'say'>;

type Handlers = { readonly [C in DebugCommand]: (args: DebugArguments[C]) => unknown };

export class DebugAdapter {
  readonly #send: (message: DebugOutgoing) => void;
  readonly #host: AdapterHost;
  readonly #program: DebugProgram;
  readonly #inspection: Inspection;
  readonly #handlers: Handlers;
  #seq = 1;
  /** What follows once the request at hand has been answered. */
  #afterwards: (() => void)[] = [];
  #stop: Stop | undefined;
  #configured = false;

  constructor(host: AdapterHost, send: (message: DebugOutgoing) => void) {
    this.#host = host;
    this.#send = send;
    this.#program = new DebugProgram({
      ...host,
      onStop: (stop) => this.#onStop(stop),
      say: (text, line) => this.#say(text, line),
      onMove: () => this.#moves(),
    });
    this.#inspection = new Inspection(this.#program, host.words);
    this.#handlers = this.#table();
  }

  /** Takes a message from the editor, whatever it is. */
  async handle(message: unknown): Promise<void> {
    let envelope;
    try {
      envelope = decodeDebugEnvelope(message);
    } catch (error) {
      return this.#say(messageOf(error));
    }
    const { seq, command } = envelope;
    const answer = (success: boolean, rest: object) =>
      this.#send({ type: 'response', seq: this.#seq++, request_seq: seq, command, success, ...rest });
    try {
      const known = decodeDebugCommand(command);
      const body = await this.#answer(known, envelope.arguments);
      answer(true, body === undefined ? {} : { body });
    } catch (error) {
      // What an editor gets wrong is for its makers to read, in one language and with the request's name.
      const text = error instanceof ProtocolError ? error.message : this.#host.words.reasonOf(error);
      answer(false, { message: text, body: { error: { id: 1, format: text, showUser: false } } });
    }
    for (const next of this.#afterwards.splice(0)) next();
  }

  #answer<C extends DebugCommand>(command: C, args: unknown): unknown {
    return this.#handlers[command](decodeDebugArguments(command, args));
  }

  /** The session is over, however that came about. */
  dispose(): void {
    this.#program.end();
  }

  #event(event: string, body?: unknown): void {
    this.#send({ type: 'event', seq: this.#seq++, event, ...(body === undefined ? {} : { body }) });
  }

  #say(text: string, line?: number): void {
    const source = line === undefined ? {} : { line, source: { name: this.#program.document.name, path: this.#program.path } };
    this.#event('output', { category: 'console', output: `${text}\n`, ...source });
  }

  #onStop(stop: Stop): void {
    const { words } = this.#host;
    this.#stop = stop;
    this.#inspection.handles.turn();
    const { reason, hit } = stop;
    this.#event('stopped', {
      reason: REASONS[reason] ?? reason,
      threadId: THREAD,
      allThreadsStopped: true,
      ...(reason === 'divergence' || reason === 'start' || reason === 'end' ? { description: words.stops[reason] } : {}),
      ...(reason === 'divergence' ? { text: this.#divergenceText() } : {}),
      ...(hit === undefined ? {} : { hitBreakpointIds: hit }),
    });
  }

  #moves(): void {
    this.#event('continued', { threadId: THREAD, allThreadsContinued: true });
  }

  #divergenceText(): string {
    const { session } = this.#program;
    const before = session.timeline.labelAt(session.executed - 1);
    return this.#host.words.diverged(session.timeline.behind(session.executed).iteration + 1, this.#program.lineOf(before));
  }

  #move(move: Move): void {
    const session = this.#program.stopped;
    this.#afterwards.push(() => void this.#program.travel(session.step(move)));
  }

  #table(): Handlers {
    const program = this.#program;
    const inspection = this.#inspection;
    const { words } = this.#host;
    const later = (next: () => void) => void this.#afterwards.push(next);
    return {
      initialize: () => ({
        ...CAPABILITIES,
        completionTriggerCharacters: [],
        exceptionBreakpointFilters: [
          { filter: DIVERGENCE, label: words.divergenceFilter, description: words.divergenceAbout, default: true },
        ],
      }),
      launch: async (given) => {
        await program.launch(given);
        later(() => this.#event('initialized'));
      },
      configurationDone: () => {
        if (this.#configured) return;
        void program.session;
        this.#configured = true;
        later(() => program.start('entry'));
      },
      setBreakpoints: ({ source, breakpoints = [] }) => this.#setBreakpoints(source.path, breakpoints),
      breakpointLocations: ({ source, line, endLine = line }) => ({
        breakpoints: this.#labelsOf(source.path).flatMap((label, index) =>
          label !== undefined && index + 1 >= line && index + 1 <= endLine ? [{ line: index + 1 }] : [],
        ),
      }),
      setExceptionBreakpoints: ({ filters }) => {
        program.session.stopOnDivergence = filters.includes(DIVERGENCE);
      },
      exceptionInfo: () => {
        if (this.#stop?.reason !== 'divergence') throw new Error(words.noFrame());
        return { exceptionId: words.stops.divergence, description: this.#divergenceText(), breakMode: 'always' };
      },
      threads: () => ({ threads: [{ id: THREAD, name: words.thread() }] }),
      stackTrace: (args) => inspection.stackTrace(args),
      scopes: (args) => inspection.scopes(args),
      variables: (args) => inspection.variables(args),
      setVariable: async ({ variablesReference, name, value }) => this.#set(inspection.nameOf(variablesReference, name), value),
      setExpression: async ({ expression, value }) => this.#set(expression.trim(), value),
      evaluate: (args) => {
        const assigned = args.context === 'repl' ? /^\s*(\w+)\s*=(?!=)\s*(.+)$/s.exec(args.expression) : null;
        if (assigned === null) return args.context === 'watch' ? inspection.evaluated(args) : inspection.evaluate(args);
        return this.#set(assigned[1]!, assigned[2]!).then(({ value }) => ({ result: value, variablesReference: 0 }));
      },
      inlineValues: () => inspection.inlineValues(),
      completions: (args) => inspection.completions(args),
      next: () => this.#move('over'),
      stepIn: () => this.#move('in'),
      stepOut: () => this.#move('out'),
      stepBack: () => this.#move('backOver'),
      stepBackInto: () => {
        this.#move('back');
        // The editor knows of the moves that it has asked for itself; of this one it has to be told.
        this.#afterwards.unshift(() => this.#moves());
      },
      continue: () => {
        const session = program.stopped;
        later(() => void program.travel(session.continue()));
        return { allThreadsContinued: true };
      },
      reverseContinue: () => {
        const session = program.stopped;
        later(() => void program.travel(session.reverse()));
      },
      pause: () => later(() => program.pause()),
      restart: async (args) => {
        await program.restart(args.arguments);
        later(() => program.start('restart'));
      },
      restartFrame: ({ frameId }) => {
        const session = program.stopped;
        const place = session.startOfFrame(inspection.depthOf(frameId));
        later(() => program.goTo(place, 'frame'));
      },
      gotoTargets: ({ source, line }) => {
        if (!this.#isOurs(source.path)) throw new Error(words.otherListing());
        const at = program.document.labels[line - 1];
        if (at === undefined) throw new Error(words.noCodeLine());
        return { targets: [{ id: line, label: program.document.text.split('\n')[line - 1]!.trim(), line }] };
      },
      goto: ({ targetId }) => {
        const label = program.document.labels[targetId - 1];
        if (label === undefined) throw new Error(words.noCodeLine());
        const place = program.stopped.nearest(label);
        later(() => this.#moves());
        later(() => program.goTo(place, 'goto'));
      },
      terminate: () => {
        program.end();
        later(() => this.#event('terminated'));
      },
      disconnect: () => program.end(),
    };
  }

  /** Whether a path is that of this program's listing; none given means just that. */
  #isOurs(path: string | undefined): boolean {
    return path === undefined || path === this.#program.path;
  }

  /** The labels by line; none in the listing of another algorithm. */
  #labelsOf(path: string | undefined): DebugProgram['document']['labels'] {
    return this.#isOurs(path) ? this.#program.document.labels : [];
  }

  async #set(name: string, source: string): Promise<{ readonly value: string }> {
    const { value } = await this.#program.set(name, source);
    this.#afterwards.push(() => this.#event('invalidated', { areas: ['variables'] }));
    return { value: String(value) };
  }

  #setBreakpoints(path: string | undefined, wanted: NonNullable<DebugArguments['setBreakpoints']['breakpoints']>) {
    const program = this.#program;
    const { words } = this.#host;
    if (path !== program.path) return { breakpoints: wanted.map(() => ({ verified: false, message: words.otherListing() })) };
    const places = wanted.map(({ line }) => program.placeOfBreakpoint(line));
    const requests = wanted.map(({ condition, hitCondition, logMessage }, i) => ({
      label: places[i]!.label,
      condition,
      hitCondition,
      logMessage,
    }));
    const made = program.session.setBreakpoints(requests);
    return {
      breakpoints: made.map((one, i) => {
        const { line } = places[i]!;
        return one instanceof Error ? { verified: false, line, message: one.message } : { verified: true, line, id: one.id };
      }),
    };
  }
}
