// Minibatch SGD on a linear regression with nearly as many weights as examples, watched on validation data, and where patience stops it.
import { PURPOSE, randomStream } from '../maml/random';

const examples = 32;
const weights = 24;
const validationExamples = 200;

interface Data {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
}

/** Targets are a random linear function of standard normal inputs, of unit variance, plus noise of unit variance. */
function draw(count: number, truth: readonly number[], seed: number, index: number): Data {
  const stream = randomStream(seed, PURPOSE.train, index);
  const x = Array.from({ length: count }, () => truth.map(() => stream.normal()));
  return { x, y: x.map((row) => product(row, truth) + stream.normal()) };
}

const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

const meanSquare = ({ x, y }: Data, w: readonly number[]): number =>
  x.reduce((sum, row, at) => sum + (product(row, w) - y[at]!) ** 2, 0) / x.length;

export interface LearningCurves {
  /** Mean squared errors after 0, 1, … epochs. */
  readonly train: readonly number[];
  readonly validation: readonly number[];
}

/** SGD from w = 0 on L = ½ mean (xᵀw − y)². `batch` should divide 32. */
export function learningCurves(batch: number, rate: number, epochs = 80, seed = 3): LearningCurves {
  const start = randomStream(seed, PURPOSE.initial, 0);
  const truth = Array.from({ length: weights }, () => start.normal() / Math.sqrt(weights));
  const [train, validation] = [draw(examples, truth, seed, 0), draw(validationExamples, truth, seed, 1)];
  let w = truth.map(() => 0);
  const curves = { train: [meanSquare(train, w)], validation: [meanSquare(validation, w)] };
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = randomStream(seed, PURPOSE.symbol, epoch).shuffled(train.x.map((_, at) => at));
    for (let from = 0; from < examples; from += batch) {
      const chosen = order.slice(from, from + batch);
      const errors = chosen.map((at) => product(train.x[at]!, w) - train.y[at]!);
      w = w.map((value, i) => value - (rate / chosen.length) * chosen.reduce((sum, at, k) => sum + errors[k]! * train.x[at]![i]!, 0));
    }
    curves.train.push(meanSquare(train, w));
    curves.validation.push(meanSquare(validation, w));
  }
  return curves;
}

export interface Stop {
  /** The epoch whose weights are kept. */
  readonly best: number;
  /** The epoch after which training ends; the last one where patience never runs out. */
  readonly stop: number;
}

/** Ends when the lowest loss so far has not been beaten for `patience` epochs. `losses[0]` is the loss before training. */
export function stopEarly(losses: readonly number[], patience: number): Stop {
  let best = 0;
  for (let epoch = 1; epoch < losses.length; epoch++) {
    if (losses[epoch]! < losses[best]!) best = epoch;
    if (epoch - best >= patience) return { best, stop: epoch };
  }
  return { best, stop: losses.length - 1 };
}
