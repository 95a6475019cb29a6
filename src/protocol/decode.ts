// The one way in which a message from the other side becomes a typed value: checked once, at the edge.
import * as v from 'valibot';

/** Something arrived that the protocol does not allow; the message names the place and the value. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
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
  const path = v.getDotPath(issue);
  throw new ProtocolError(
    `${place}: ${path === null ? '' : `“${path}” `}is ${show(issue.input)}, expected ${issue.expected ?? issue.message}.`,
  );
}
