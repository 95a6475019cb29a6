// The names of the questions that the lab asks before it shows what happens, stable forever: the learner's record carries them.

export const PREDICTION_IDS = [
  'firstInnerStep',
  'queryAfterAdapting',
  'longerPart',
  'secondOrderEffect',
  'fasterStart',
  'moreSteps',
] as const;
export type PredictionId = (typeof PREDICTION_IDS)[number];

/** The answers that a question may offer. */
export const PREDICTION_ANSWERS = ['falls', 'rises', 'first', 'second', 'longer', 'shorter', 'trained', 'random'] as const;
export type PredictionAnswer = (typeof PREDICTION_ANSWERS)[number];
