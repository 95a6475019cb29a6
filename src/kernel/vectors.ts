/** Operations on parameter vectors; `n` counts numbers, padding included, and is a multiple of 8: two registers a turn. */
import { total } from './elementary';

function endOf(start: usize, n: i32): usize {
  return start + ((<usize>n) << 2);
}

/** out = phi − alpha ∘ grad. */
export function innerUpdate(out: usize, phi: usize, alpha: usize, grad: usize, n: i32): void {
  for (const end = endOf(out, n); out < end; out += 32, phi += 32, alpha += 32, grad += 32) {
    v128.store(out, f32x4.sub(v128.load(phi), f32x4.mul(v128.load(alpha), v128.load(grad))));
    v128.store(out, f32x4.sub(v128.load(phi, 16), f32x4.mul(v128.load(alpha, 16), v128.load(grad, 16))), 16);
  }
}

/** out = a ∘ b. */
export function multiply(out: usize, a: usize, b: usize, n: i32): void {
  for (const end = endOf(out, n); out < end; out += 32, a += 32, b += 32) {
    v128.store(out, f32x4.mul(v128.load(a), v128.load(b)));
    v128.store(out, f32x4.mul(v128.load(a, 16), v128.load(b, 16)), 16);
  }
}

/** y ← y + s·x. */
export function addScaled(y: usize, s: f32, x: usize, n: i32): void {
  const scale = f32x4.splat(s);
  for (const end = endOf(y, n); y < end; y += 32, x += 32) {
    v128.store(y, f32x4.add(v128.load(y), f32x4.mul(scale, v128.load(x))));
    v128.store(y, f32x4.add(v128.load(y, 16), f32x4.mul(scale, v128.load(x, 16))), 16);
  }
}

/** out = value · mask: the mask keeps the padding at zero. */
export function fill(out: usize, value: f32, mask: usize, n: i32): void {
  const scale = f32x4.splat(value);
  for (const end = endOf(out, n); out < end; out += 16, mask += 16) v128.store(out, v128.and(scale, v128.load(mask)));
}

export function copy(out: usize, from: usize, n: i32): void {
  memory.copy(out, from, (<usize>n) << 2);
}

/** Scalar product, summed in double precision. */
export function dot(a: usize, b: usize, n: i32): f64 {
  let low = f64x2.splat(0);
  let high = low;
  for (const end = endOf(a, n); a < end; a += 16, b += 16) {
    const p = v128.load(a);
    const q = v128.load(b);
    low = f64x2.add(low, f64x2.mul(f64x2.promote_low_f32x4(p), f64x2.promote_low_f32x4(q)));
    const upperP = v128.shuffle<f64>(p, p, 1, 1);
    const upperQ = v128.shuffle<f64>(q, q, 1, 1);
    high = f64x2.add(high, f64x2.mul(f64x2.promote_low_f32x4(upperP), f64x2.promote_low_f32x4(upperQ)));
  }
  const sum = f64x2.add(low, high);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Adam with its bias corrections already inside `rate` and `epsilon` (Kingma & Ba 2015, end of section 2). */
export function adamStep(
  theta: usize,
  first: usize,
  second: usize,
  grad: usize,
  beta1: f64,
  beta2: f64,
  rate: f32,
  epsilon: f32,
  n: i32,
): void {
  const keep1 = f32x4.splat(<f32>beta1);
  const take1 = f32x4.splat(<f32>(1 - beta1));
  const keep2 = f32x4.splat(<f32>beta2);
  const take2 = f32x4.splat(<f32>(1 - beta2));
  for (const end = endOf(theta, n); theta < end; theta += 16, first += 16, second += 16, grad += 16) {
    const g = v128.load(grad);
    const m = f32x4.add(f32x4.mul(keep1, v128.load(first)), f32x4.mul(take1, g));
    const v = f32x4.add(f32x4.mul(keep2, v128.load(second)), f32x4.mul(take2, f32x4.mul(g, g)));
    v128.store(first, m);
    v128.store(second, v);
    const change = f32x4.div(f32x4.mul(f32x4.splat(rate), m), f32x4.add(f32x4.sqrt(v), f32x4.splat(epsilon)));
    v128.store(theta, f32x4.sub(v128.load(theta), change));
  }
}
