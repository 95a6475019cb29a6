// The two sides of every family: what is trained on and what is kept for judging.

/** Tasks of `train` and `test` never share a class or an image. */
export type Split = 'train' | 'test';
