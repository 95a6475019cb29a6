/** Losses on padded outputs [rows × width], the first `count` columns real: value, error δ = ∂L/∂z, and R{δ}. */
import { exponential, total } from './elementary';
import { SQUARED } from './network';

/** L; δ into `error`; softmax of z into `soft` where the loss has one. */
export function lossValue(kind: i32, z: usize, y: usize, weight: usize, rows: i32, width: i32, count: i32, error: usize, soft: usize): f64 {
  const step = (<usize>width) << 2;
  let loss: f64 = 0;
  for (let i = 0; i < rows; i++) {
    const c = load<f32>(weight + ((<usize>i) << 2));
    loss += kind == SQUARED ? squaredRow(z, y, c, step, error) : crossEntropyRow(z, y, c, step, count, error, soft);
    z += step;
    y += step;
    error += step;
    soft += step;
  }
  return loss;
}

/** L = c‖z − y‖², δ = 2c(z − y). */
function squaredRow(z: usize, y: usize, c: f32, step: usize, error: usize): f64 {
  const twice = f32x4.splat(2 * c);
  let sum: f64 = 0;
  for (let k: usize = 0; k < step; k += 16) {
    const difference = f32x4.sub(v128.load(z + k), v128.load(y + k));
    v128.store(error + k, f32x4.mul(twice, difference));
    sum += total(f32x4.mul(difference, difference));
  }
  return <f64>c * sum;
}

/** All ones in the lanes of columns k … k+3 that are real. */
function realLanes(k: usize, count: i32): v128 {
  return i32x4.lt_s(i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(<i32>(k >> 2))), i32x4.splat(count));
}

/** L = −c Σ_k y_k log p_k with p = softmax(z); with s = Σ_k y_k, δ = c(s·p − y). */
function crossEntropyRow(z: usize, y: usize, c: f32, step: usize, count: i32, error: usize, soft: usize): f64 {
  let high = f32x4.splat(-Infinity);
  for (let k: usize = 0; k < step; k += 16) high = f32x4.max(high, v128.bitselect(v128.load(z + k), high, realLanes(k, count)));
  const top = max(
    max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)),
    max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)),
  );
  let sum: f64 = 0;
  let product: f64 = 0;
  let targets: f64 = 0;
  for (let k: usize = 0; k < step; k += 16) {
    const shifted = f32x4.sub(v128.load(z + k), f32x4.splat(top));
    const power = v128.and(exponential(shifted), realLanes(k, count));
    const target = v128.load(y + k);
    v128.store(soft + k, power);
    sum += total(power);
    product += total(f32x4.mul(target, shifted));
    targets += total(target);
  }
  const normalise = f32x4.splat(<f32>(1 / sum));
  const scale = f32x4.splat(<f32>targets);
  for (let k: usize = 0; k < step; k += 16) {
    const p = f32x4.mul(v128.load(soft + k), normalise);
    v128.store(soft + k, p);
    v128.store(error + k, f32x4.mul(f32x4.splat(c), f32x4.sub(f32x4.mul(scale, p), v128.load(y + k))));
  }
  return <f64>c * (targets * NativeMath.log(sum) - product);
}

/** out = R{δ}: 2c·R{z}, or c·s·p∘(R{z} − ⟨p, R{z}⟩). */
export function lossTangent(kind: i32, rz: usize, y: usize, weight: usize, rows: i32, width: i32, soft: usize, out: usize): void {
  const step = (<usize>width) << 2;
  for (let i = 0; i < rows; i++) {
    const c = load<f32>(weight + ((<usize>i) << 2));
    if (kind == SQUARED) {
      for (let k: usize = 0; k < step; k += 16) v128.store(out + k, f32x4.mul(f32x4.splat(2 * c), v128.load(rz + k)));
    } else {
      let mean: f64 = 0;
      let targets: f64 = 0;
      for (let k: usize = 0; k < step; k += 16) {
        mean += total(f32x4.mul(v128.load(soft + k), v128.load(rz + k)));
        targets += total(v128.load(y + k));
      }
      const scale = f32x4.splat(c * <f32>targets);
      for (let k: usize = 0; k < step; k += 16) {
        const centred = f32x4.sub(v128.load(rz + k), f32x4.splat(<f32>mean));
        v128.store(out + k, f32x4.mul(f32x4.mul(scale, v128.load(soft + k)), centred));
      }
    }
    rz += step;
    y += step;
    soft += step;
    out += step;
  }
}
