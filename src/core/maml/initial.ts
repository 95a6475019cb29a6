// The initial parameters θ of a network, drawn from the seed.
import { modelLayout, type Model } from './model';
import { PURPOSE, randomStream, type RandomStream } from './random';
import type { Settings } from './settings';

const FINN_STD = 0.01;
/** Bowls start anywhere in a square a little larger than that of their centres. */
const BOWL_START = 3;

/** Normal with standard deviation `std`, drawn again beyond two deviations (TensorFlow's truncated normal, as in Finn's code). */
function truncatedNormal(random: RandomStream, std: number): number {
  for (;;) {
    const z = random.normal();
    if (Math.abs(z) <= 2) return std * z;
  }
}

const draws = {
  /** Uniform in ±√(6 / (in + out)) (Glorot & Bengio 2010, eq. 16). */
  glorot: (random: RandomStream, [rows, columns]: readonly [number, number]) => {
    const limit = Math.sqrt(6 / (rows + columns));
    return random.uniform(-limit, limit);
  },
  truncatedNormal: (random: RandomStream) => truncatedNormal(random, FINN_STD),
} satisfies Record<Settings['init'], (random: RandomStream, shape: readonly [number, number]) => number>;

/** θ in the flat order of `layoutOf`: weights by `init`, biases zero; a bowl's θ uniform. */
export function initialParameters(model: Model, settings: Pick<Settings, 'init' | 'seed'>): Float64Array {
  const { tensors, parameterCount } = modelLayout(model);
  const random = randomStream(settings.seed, PURPOSE.initial, 0);
  const theta = new Float64Array(parameterCount);
  if (model.kind === 'bowl') return theta.map(() => random.uniform(-BOWL_START, BOWL_START));
  for (const { kind, shape, offset, size } of tensors) {
    if (kind !== 'weight' || shape.length !== 2) continue;
    for (let i = 0; i < size; i++) theta[offset + i] = draws[settings.init](random, shape);
  }
  return theta;
}
