// A comparison of methods: runs them one after the other in slices, shows each result as it comes and remembers the last comparison.
import { compareMethods, type CompareProgress, type MethodResult } from '../../core/maml/compare/comparison';
import type { MethodId } from '../../core/maml/compare/methods';
import type { Settings } from '../../core/maml/settings';
import type { ImageBank } from '../../core/maml/tasks/imageBank';
import { NO_COMPARISON, type CompareView, type SavedComparison } from '../../protocol/compare';
import type { LabView } from '../../protocol/maml';
import type { ExperimentFactory } from './experimentMaker';
import { inSlices } from './slices';
import { messageOf } from '../messageOf';

/** Milliseconds between two reports of progress. */
const UPDATE_EVERY = 100;

export interface CompareWatch {
  readonly cancelled: () => boolean;
  /** Share of the whole comparison, 0…1. */
  readonly onProgress?: (share: number) => void;
}

export class CompareSession {
  readonly #experiments: () => Promise<ExperimentFactory>;
  readonly #changed: (patch: Partial<LabView>) => void;
  #view = NO_COMPARISON;
  #progress: CompareProgress | null = null;
  /** Number of the latest comparison; an older one that wakes up sees that it has been replaced. */
  #latest = 0;
  #cancelRequested = false;

  constructor(experiments: () => Promise<ExperimentFactory>, changed: (patch: Partial<LabView>) => void) {
    this.#experiments = experiments;
    this.#changed = changed;
  }

  /** Compares the methods from the same seed on the same tasks; a comparison under way is given up. */
  async run(settings: Settings, methods: readonly MethodId[], watch: CompareWatch, images?: ImageBank): Promise<readonly MethodResult[]> {
    const number = ++this.#latest;
    const replaced = () => number !== this.#latest;
    this.#cancelRequested = false;
    const cancelled = () => replaced() || watch.cancelled() || this.#cancelRequested;
    this.#show({ status: 'running', settings, methods, results: [], problem: null });
    try {
      const factory = await this.#experiments();
      if (replaced()) return [];
      const experimentFor = (of: Settings) => factory(of, { images });
      const onResult = (result: MethodResult) => this.#show({ results: [...this.#view.results, result] });
      const work = compareMethods({ settings, methods, images }, { experimentFor, now: () => performance.now(), onResult });
      await inSlices(finishing(work), { cancelled, onSlice: this.#reporter(methods, watch) });
      if (!replaced()) this.#show({ status: this.#view.results.length === methods.length ? 'finished' : 'cancelled' });
    } catch (error) {
      if (!replaced()) this.#show({ status: 'failed', problem: messageOf(error) });
    }
    return replaced() ? [] : this.#view.results;
  }

  /** Stops a comparison under way; the methods that have finished stay. */
  cancel(): void {
    this.#cancelRequested = true;
  }

  view(): Pick<LabView, 'compare' | 'compareProgress'> {
    return { compare: this.#view, compareProgress: this.#progress };
  }

  /** What brings the last comparison back after a reload; undefined while there is none to keep. */
  saved(): unknown {
    const { status, settings, methods, results } = this.#view;
    const kept = status === 'finished' || (status === 'cancelled' && results.length > 0);
    return kept ? { status, settings, methods, results } : undefined;
  }

  restore({ status, methods, results }: SavedComparison, settings: Settings): void {
    this.#show({ status, settings, methods, results, problem: null });
  }

  #show(patch: Partial<CompareView>): void {
    this.#view = { ...this.#view, ...patch };
    this.#progress = null;
    this.#changed(this.view());
  }

  #reporter(methods: readonly MethodId[], watch: CompareWatch): (progress: CompareProgress | undefined) => void {
    let shown = 0;
    return (progress) => {
      if (progress === undefined || performance.now() - shown < UPDATE_EVERY) return;
      shown = performance.now();
      this.#progress = progress;
      this.#changed({ compareProgress: progress });
      watch.onProgress?.((methods.indexOf(progress.method) + progress.share) / methods.length);
    };
  }
}

/** The same work with one pause at its end, so that a wish to stop in the last slice is heard. */
function* finishing(work: Generator<CompareProgress>): Generator<CompareProgress | undefined> {
  yield* work;
  yield undefined;
}
