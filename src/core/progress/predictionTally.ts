// How often the learner foresaw what the lab then showed.
import type { EventOf } from './events';

export interface PredictionTally {
  readonly answers: number;
  readonly right: number;
}

export function predictionTally(predictions: ReadonlyMap<string, EventOf<'labPredicted'>>): PredictionTally {
  const all = [...predictions.values()];
  return { answers: all.length, right: all.filter(({ correct }) => correct).length };
}
