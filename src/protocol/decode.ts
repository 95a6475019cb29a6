// The one way in which a message from the other side becomes a typed value: checked once, at the edge.
import * as v from 'valibot';

/** Where the fault lies inside what arrived: its dotted path, null for the whole; the value there, shortened; and what was expected instead. */
export interface Fault {
  readonly path: string | null;
  readonly shown: string;
  readonly expected: string;
}

/** Something arrived that the protocol does not allow; the message names the place and the value, `fault` has them for a sentence in another language. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly fault: Fault | null;
  constructor(message: string, fault: Fault | null = null) {
    super(message);
    this.fault = fault;
  }
}

/** Shortens a foreign value for an error message. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/**
 * Returns `value` as the schema's type.
 * @param place what is being decoded, in the reader's words ("message to the quiz", "record/abc.json line 3")
 * @throws ProtocolError naming the place, the path inside the value and what stood there
 */
export function decode<const S extends v.GenericSchema>(schema: S, value: unknown, place: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const fault = { path: v.getDotPath(issue), shown: show(issue.input), expected: issue.expected ?? issue.message };
  throw new ProtocolError(
    `${place}: ${fault.path === null ? '' : `“${fault.path}” `}is ${fault.shown}, expected ${fault.expected}.`,
    fault,
  );
}
