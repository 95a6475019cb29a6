// How much a learner's own task may hold.

/** Inner steps that a learner can watch. */
export const OWN_STEPS = 10;
/** Most points, and the part of the plane that they lie in: |x| ≤ x, |y| ≤ y. */
export const POINT_LIMITS = { count: 30, x: 5, y: 6 } as const;
/** N and K of a task of drawings. */
export const DRAWN_LIMITS = { ways: [2, 5], shots: [1, 3] } as const;
/** What one drawing may hold; a hand needs far less. */
export const DRAWING_LIMITS = { strokes: 16, points: 200 } as const;
