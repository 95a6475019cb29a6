// The initial parameters θ of a network, drawn from the seed.
import { layoutOf, type NetworkSpec } from './machine/network';
import { PURPOSE, randomStream, type RandomStream } from './random';
import type { Settings } from './settings';

const FINN_STD = 0.01;

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

/** θ in the flat order of `layoutOf`: weights by `init`, biases zero. */
export function initialParameters(spec: NetworkSpec, settings: Pick<Settings, 'init' | 'seed'>): Float64Array {
  const { tensors, parameterCount } = layoutOf(spec);
  const random = randomStream(settings.seed, PURPOSE.initial, 0);
  const theta = new Float64Array(parameterCount);
  for (const { kind, shape, offset, size } of tensors) {
    if (kind !== 'weight' || shape.length !== 2) continue;
    for (let i = 0; i < size; i++) theta[offset + i] = draws[settings.init](random, shape);
  }
  return theta;
}
