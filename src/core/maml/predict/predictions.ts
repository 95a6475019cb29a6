// The table of questions, and the rule by which the lab asks them: rarely, and each kind once in a run.
import type { Experiment } from '../experiment';
import { PREDICTION_IDS, type PredictionId } from './predictionId';
import type { ResultKind, StepKind, StepPlace } from './predictionKind';
import { resultPredictions } from './resultPredictions';
import { stepPredictions } from './stepPredictions';

const predictions = { ...stepPredictions, ...resultPredictions } satisfies Record<PredictionId, StepKind | ResultKind>;

export const predictionOf = (id: PredictionId): StepKind | ResultKind => predictions[id];

/** Lines of the listing that pass between two questions. */
export const LINES_BETWEEN = 4;

/** What has been asked in a run so far. */
export interface Asked {
  readonly kinds: ReadonlySet<PredictionId>;
  /** Executed lines where the latest question about a line stood. */
  readonly at: number | null;
}

export const NOTHING_ASKED: Asked = { kinds: new Set(), at: null };

const apart = ({ at }: Asked, executed: number): boolean => at === null || Math.abs(executed - at) >= LINES_BETWEEN;

/** The question to ask before the next line, if any. */
export function stepQuestion(place: StepPlace, asked: Asked): PredictionId | undefined {
  if (!apart(asked, place.picture.executed)) return undefined;
  return PREDICTION_IDS.find((id) => {
    const kind = predictionOf(id);
    return kind.page === 'step' && !asked.kinds.has(id) && kind.applies(place);
  });
}

/** The question to ask about a finished run, if any: one at a time, the second once the first is out of the way. */
export function resultQuestion(experiment: Experiment, asked: Asked): PredictionId | undefined {
  return PREDICTION_IDS.find((id) => {
    const kind = predictionOf(id);
    return kind.page === 'result' && !asked.kinds.has(id) && kind.applies(experiment);
  });
}
