// Long work in short slices, so that the extension host, shared with every other extension, never waits for ours.

/** A slice's length in milliseconds; one unit of work may overrun it by its own length. */
const BUDGET = 4;

/** Milliseconds between two updates of a view that watches long work. */
export const UPDATE_EVERY = 100;

export interface SliceOptions<T> {
  readonly cancelled: () => boolean;
  /** Called after each slice with the latest value. */
  readonly onSlice?: (value: T) => void;
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Runs a generator to its end, giving way after each slice; undefined when cancelled. */
export async function inSlices<T, R>(work: Generator<T, R>, { cancelled, onSlice }: SliceOptions<T>): Promise<R | undefined> {
  for (;;) {
    const until = performance.now() + BUDGET;
    let latest: { value: T } | undefined;
    do {
      const next = work.next();
      if (next.done === true) return next.value;
      latest = { value: next.value };
    } while (performance.now() < until);
    onSlice?.(latest.value);
    await breathe();
    if (cancelled()) return undefined;
  }
}
