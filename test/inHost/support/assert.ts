// The few assertions that the in-host suites need, in a form that works in Node and in a web worker alike.

/** Fails with `message` unless `value` is truthy. */
export function ok(value: unknown, message = 'expected a truthy value'): asserts value {
  if (!value) throw new Error(message);
}

/** Fails unless the two are the same primitive or have the same JSON form. */
export function equal<T>(actual: T, expected: T, message = 'not equal'): void {
  if (Object.is(actual, expected)) return;
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  const structured = typeof actual === 'object' && actual !== null;
  ok(structured && left === right, `${message}: got ${left ?? String(actual)}, expected ${right ?? String(expected)}`);
}

/** Fails unless `actual` lies within `tolerance` of `expected`. */
export function near(actual: number, expected: number, tolerance: number, message = 'too far off'): void {
  ok(Math.abs(actual - expected) <= tolerance, `${message}: got ${actual}, expected ${expected} ± ${tolerance}`);
}

/** Fails unless `run` rejects with an error whose message matches; returns that message. */
export async function rejects(run: () => PromiseLike<unknown>, pattern: RegExp): Promise<string> {
  let message: string | undefined;
  try {
    await run();
  } catch (error) {
    message = error instanceof Error ? error.message : String(error);
  }
  ok(message !== undefined, `expected a rejection like ${pattern.source}`);
  ok(pattern.test(message), `expected a rejection like ${pattern.source}, got: ${message}`);
  return message;
}
