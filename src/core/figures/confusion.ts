// What a threshold makes of scores: the confusion matrix and the measures that follow from it.

export interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  /** TP / (TP + FP); NaN where nothing is called positive. */
  readonly precision: number;
  /** TP / (TP + FN); NaN where nothing is positive. */
  readonly recall: number;
  /** 2 TP / (2 TP + FP + FN). */
  readonly f1: number;
}

/** Calls positive what scores at least `threshold`. */
export function confusionAt(items: readonly Scored[], threshold: number): Confusion {
  const count = (called: boolean, positive: boolean): number =>
    items.filter((item) => item.score >= threshold === called && item.positive === positive).length;
  const [tp, fp, fn, tn] = [count(true, true), count(true, false), count(false, true), count(false, false)];
  return { tp, fp, fn, tn, precision: tp / (tp + fp), recall: tp / (tp + fn), f1: (2 * tp) / (2 * tp + fp + fn) };
}
