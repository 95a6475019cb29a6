// Long work in pieces, giving way between them; how a host gives way is its own affair.

/** Runs a generator to its end, giving way at each of its pauses. */
export async function inPieces<R>(work: Generator<void, R>, breathe: () => Promise<void>): Promise<R> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    await breathe();
  }
}
