// How sure a learner may say to be before answering.

/** From a guess to certain. */
export const confidenceLevels = [1, 2, 3] as const;
export type Confidence = (typeof confidenceLevels)[number];
