// What the demo computes from a seed, to the last bit: the core's own test, the Node host and the web-worker host all compare with this.

export const GOLDEN_OPTIONS = { seed: 7, iterations: 60 };

/** Mean query loss of the first and the last iteration; mean squared error on unseen tasks before adaptation and after one step. */
export const GOLDEN = {
  firstMetaLoss: 5.562569772005082,
  lastMetaLoss: 3.4453225409984585,
  before: 3.9788550328835846,
  afterOne: 3.852277402766049,
};
