// Long work in short slices, so that the extension host, shared with every other extension, never waits for ours.
import { breathe } from '../breathe';

/** A slice's length in milliseconds; one unit of work may overrun it by its own length. */
const BUDGET = 2;
/** A view's update that took longer, in milliseconds, has been a slice of its own. */
const SHORT = 0.5;

/** Milliseconds between two updates of a view that watches long work. */
export const UPDATE_EVERY = 100;

export interface SliceOptions<T> {
  readonly cancelled: () => boolean;
  /** Called after each slice with the latest value. */
  readonly onSlice?: (value: T) => void;
}

/** Runs a generator to its end, giving way after each slice; undefined when cancelled, the work then having been told that it is given up. */
export async function inSlices<T, R>(work: Generator<T, R | undefined>, options: SliceOptions<T>): Promise<R | undefined> {
  const result = await sliced(work, options);
  if (result !== undefined) return result.value;
  // What it has borrowed goes back.
  work.return(undefined);
  return undefined;
}

async function sliced<T, R>(work: Generator<T, R>, { cancelled, onSlice }: SliceOptions<T>): Promise<{ readonly value: R } | undefined> {
  for (;;) {
    const until = performance.now() + BUDGET;
    let latest: { value: T } | undefined;
    do {
      const next = work.next();
      if (next.done === true) return { value: next.value };
      latest = { value: next.value };
    } while (performance.now() < until);
    await breathe();
    if (cancelled()) return undefined;
    if (onSlice === undefined) continue;
    const before = performance.now();
    onSlice(latest.value);
    if (performance.now() - before < SHORT) continue;
    await breathe();
    if (cancelled()) return undefined;
  }
}
