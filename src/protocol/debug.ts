// What an editor may ask of the debugger: the requests of the Debug Adapter Protocol that it answers, with their arguments decoded.
import * as v from 'valibot';
import { decode, ProtocolError } from './decode';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const nothing = v.unknown();
const text = v.string();
const thread = v.looseObject({ threadId: v.number() });
const source = v.looseObject({ path: v.optional(text), name: v.optional(text) });
const frame = v.looseObject({ frameId: count });

/** The arguments of each request, by command. Fields that editors add beyond these are let through and ignored. */
const requests = {
  initialize: v.looseObject({ linesStartAt1: v.optional(v.boolean()), columnsStartAt1: v.optional(v.boolean()) }),
  launch: v.record(text, v.unknown()),
  configurationDone: nothing,
  setBreakpoints: v.looseObject({
    source,
    breakpoints: v.optional(
      v.array(
        v.looseObject({ line: v.number(), condition: v.optional(text), hitCondition: v.optional(text), logMessage: v.optional(text) }),
      ),
    ),
  }),
  breakpointLocations: v.looseObject({ source, line: v.number(), endLine: v.optional(v.number()) }),
  setExceptionBreakpoints: v.looseObject({ filters: v.array(text) }),
  exceptionInfo: thread,
  threads: nothing,
  stackTrace: v.looseObject({ threadId: v.number(), startFrame: v.optional(count), levels: v.optional(count) }),
  scopes: frame,
  variables: v.looseObject({
    variablesReference: count,
    filter: v.optional(v.picklist(['indexed', 'named'])),
    start: v.optional(count),
    count: v.optional(count),
  }),
  setVariable: v.looseObject({ variablesReference: count, name: text, value: text }),
  setExpression: v.looseObject({ expression: text, value: text }),
  evaluate: v.looseObject({ expression: text, frameId: v.optional(count), context: v.optional(text) }),
  completions: v.looseObject({ text, column: count }),
  continue: thread,
  reverseContinue: thread,
  next: thread,
  stepIn: thread,
  stepOut: thread,
  stepBack: thread,
  /** Our own: one line back, into what a step back would pass over. */
  stepBackInto: nothing,
  /** Our own: what stands beside the lines. */
  inlineValues: nothing,
  pause: thread,
  restart: v.looseObject({ arguments: v.optional(v.record(text, v.unknown())) }),
  restartFrame: frame,
  gotoTargets: v.looseObject({ source, line: v.number() }),
  goto: v.looseObject({ threadId: v.number(), targetId: count }),
  terminate: nothing,
  disconnect: nothing,
} as const satisfies Record<string, v.GenericSchema>;

export type DebugCommand = keyof typeof requests;
export type DebugArguments = { readonly [C in DebugCommand]: v.InferOutput<(typeof requests)[C]> };
export type DebugRequest = {
  readonly [C in DebugCommand]: { readonly seq: number; readonly command: C; readonly arguments: DebugArguments[C] };
}[DebugCommand];

const envelope = v.looseObject({ type: v.literal('request'), seq: v.number(), command: text, arguments: v.optional(v.unknown()) });
export type DebugEnvelope = v.InferOutput<typeof envelope>;

/** The outside of a request, so that even one with wrong arguments can be answered. */
export const decodeDebugEnvelope = (value: unknown): DebugEnvelope => decode(envelope, value, 'Message to the debugger');

/** @throws ProtocolError naming the command, the argument and what stood there */
export function decodeDebugArguments<C extends DebugCommand>(command: C, value: unknown): DebugArguments[C] {
  return decode(requests[command], value ?? {}, `Request “${command}”`) as DebugArguments[C];
}

export function decodeDebugCommand(command: string): DebugCommand {
  if (Object.hasOwn(requests, command)) return command as DebugCommand;
  throw new ProtocolError(`This debugger has no request “${command}”.`);
}

/** A launch configuration besides the settings of the experiment. */
const launch = v.looseObject({
  stopOnEntry: v.optional(v.boolean(), true),
  startIteration: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  withLab: v.optional(v.boolean(), false),
  imageFolder: v.optional(text),
});
export type DebugLaunch = v.InferOutput<typeof launch>;
/** Keys of a launch configuration that are not settings of the experiment. */
export const LAUNCH_KEYS = ['stopOnEntry', 'startIteration', 'withLab', 'imageFolder'] as const;
export const decodeDebugLaunch = (value: unknown): DebugLaunch => decode(launch, value, 'Launch configuration');

const inlineValues = v.object({ path: text, values: v.array(v.object({ line: count, text })) });
export const decodeInlineValues = (value: unknown): v.InferOutput<typeof inlineValues> =>
  decode(inlineValues, value, 'Values beside the lines');

/** What goes back: an answer to a request, or an event. */
export interface DebugResponse {
  readonly type: 'response';
  readonly seq: number;
  readonly request_seq: number;
  readonly command: string;
  readonly success: boolean;
  readonly message?: string;
  readonly body?: unknown;
}
export interface DebugEvent {
  readonly type: 'event';
  readonly seq: number;
  readonly event: string;
  readonly body?: unknown;
}
export type DebugOutgoing = DebugResponse | DebugEvent;
