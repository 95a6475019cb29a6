/** Parameter vectors in plain JavaScript (float64): the part of a machine that does not depend on what the loss is. */
import type { AdamSettings, Machine, Vec } from './machine';

export type VectorPart = Pick<
  Machine,
  'vector' | 'write' | 'read' | 'innerUpdate' | 'multiply' | 'addScaled' | 'copy' | 'fill' | 'dot' | 'sgdStep' | 'adamStep'
>;

/** The vectors of one machine, and its operations on them; `at` opens a handle. */
export function float64Vectors(count: number): { at: (v: Vec) => Float64Array; operations: VectorPart } {
  const store: Float64Array[] = [];
  const at = (v: Vec): Float64Array => {
    const values = store[v.vec];
    if (!values) throw new RangeError(`This machine made no vector number ${v.vec}.`);
    return values;
  };
  const operations: VectorPart = {
    vector: () => ({ vec: store.push(new Float64Array(count)) - 1 }),
    write: (target, values) => {
      if (values.length !== count) throw new RangeError(`The vector holds ${count} parameters, ${values.length} were given.`);
      at(target).set(values);
    },
    read: (source) => at(source).slice(),
    innerUpdate: (out, phi, alpha, grad) => {
      const [o, p, a, g] = [at(out), at(phi), at(alpha), at(grad)];
      for (let i = 0; i < count; i++) o[i] = p[i]! - a[i]! * g[i]!;
    },
    multiply: (out, a, b) => {
      const [o, p, q] = [at(out), at(a), at(b)];
      for (let i = 0; i < count; i++) o[i] = p[i]! * q[i]!;
    },
    addScaled: (y, s, x) => {
      const [p, q] = [at(y), at(x)];
      for (let i = 0; i < count; i++) p[i] = p[i]! + s * q[i]!;
    },
    copy: (to, from) => at(to).set(at(from)),
    fill: (target, value) => at(target).fill(value),
    dot: (a, b) => {
      const [p, q] = [at(a), at(b)];
      let sum = 0;
      for (let i = 0; i < count; i++) sum += p[i]! * q[i]!;
      return sum;
    },
    sgdStep: (theta, grad, rate) => operations.addScaled(theta, -rate, grad),
    adamStep: (theta, first, second, grad, step, settings) =>
      adam(at(theta), at(first), at(second), at(grad), adamScale(step, settings), settings),
  };
  return { at, operations };
}

/** The two bias corrections folded together: θ ← θ − a·m / (√v + ε'), with a = rate·√(1−β2^t)/(1−β1^t) and ε' = ε·√(1−β2^t). */
export function adamScale(step: number, settings: AdamSettings): { rate: number; epsilon: number } {
  const second = Math.sqrt(1 - integerPower(settings.beta2, step));
  return { rate: (settings.rate * second) / (1 - integerPower(settings.beta1, step)), epsilon: settings.epsilon * second };
}

/** b^n by repeated squaring: the same bits in every engine, unlike Math.pow. */
function integerPower(base: number, exponent: number): number {
  let result = 1;
  for (let b = base, n = exponent; n > 0; n = Math.floor(n / 2), b *= b) if (n % 2 === 1) result *= b;
  return result;
}

function adam(
  theta: Float64Array,
  first: Float64Array,
  second: Float64Array,
  grad: Float64Array,
  scale: { rate: number; epsilon: number },
  { beta1, beta2 }: AdamSettings,
): void {
  for (let i = 0; i < theta.length; i++) {
    const g = grad[i]!;
    const m = beta1 * first[i]! + (1 - beta1) * g;
    const v = beta2 * second[i]! + (1 - beta2) * g * g;
    first[i] = m;
    second[i] = v;
    theta[i] = theta[i]! - (scale.rate * m) / (Math.sqrt(v) + scale.epsilon);
  }
}
