/** ReLU and tanh on whole matrices: value, slope, and the curvature term of the R-operator. `n` counts numbers, a multiple of 4. */
import { hyperbolicTangent } from './elementary';
import { RELU } from './network';

/** z ← σ(z). */
export function activate(kind: i32, z: usize, n: i32): void {
  const end = z + ((<usize>n) << 2);
  if (kind == RELU) {
    // pmax keeps a NaN, so a diverging run shows itself.
    for (; z < end; z += 16) v128.store(z, f32x4.pmax(v128.load(z), f32x4.splat(0)));
  } else {
    for (; z < end; z += 16) v128.store(z, hyperbolicTangent(v128.load(z)));
  }
}

/** out = e ∘ σ'(z), by a = σ(z); σ'(0) = 0 for ReLU. */
export function timesSlope(kind: i32, out: usize, e: usize, a: usize, n: i32): void {
  const end = out + ((<usize>n) << 2);
  if (kind == RELU) {
    for (; out < end; out += 16, e += 16, a += 16) v128.store(out, v128.and(v128.load(e), f32x4.gt(v128.load(a), f32x4.splat(0))));
  } else {
    for (; out < end; out += 16, e += 16, a += 16) {
      const value = v128.load(a);
      v128.store(out, f32x4.mul(v128.load(e), f32x4.sub(f32x4.splat(1), f32x4.mul(value, value))));
    }
  }
}

/** out += e ∘ R{σ'} with R{σ'} = −2a ∘ R{a} for tanh, nothing for ReLU. */
export function addCurvature(kind: i32, out: usize, e: usize, a: usize, ra: usize, n: i32): void {
  if (kind == RELU) return;
  const end = out + ((<usize>n) << 2);
  for (; out < end; out += 16, e += 16, a += 16, ra += 16) {
    const bend = f32x4.mul(f32x4.mul(v128.load(a), v128.load(ra)), f32x4.splat(-2));
    v128.store(out, f32x4.add(v128.load(out), f32x4.mul(bend, v128.load(e))));
  }
}
