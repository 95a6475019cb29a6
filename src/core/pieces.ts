// Long work in pieces: a generator pauses wherever it can, and who runs it decides what happens in the pauses.

/** Runs a generator to its end without a pause. */
export function drain<R>(work: Generator<unknown, R>): R {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}

/** Runs a generator to its end, giving way at each of its pauses. */
export async function inPieces<R>(work: Generator<void, R>, breathe: () => Promise<void>): Promise<R> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    await breathe();
  }
}
