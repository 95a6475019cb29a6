/**
 * Matrix products in register blocks. 4 rows × 2 vectors, or 2 rows × 4 vectors for the last two rows: 8 sums, 6 operands and a temporary
 * just fit the 16 vector registers of x64; engines load all operands of a round before the first multiplication.
 */
import { plus } from './elementary';

/**
 * out[n × p] = start + a·w (+ a2·w2 when `passes` is 2): a is [n × k] with `stride` bytes per row, w is [k × p].
 * `start` is a row of p numbers used for every row of out; n is even, p a multiple of 4; out overlaps nothing else.
 *
 * Where p is no multiple of the block, the last block is moved left and computes some columns again.
 */
export function product(
  out: usize,
  start: usize,
  a: usize,
  w: usize,
  a2: usize,
  w2: usize,
  passes: i32,
  n: i32,
  k: i32,
  stride: usize,
  p: i32,
): void {
  const step = (<usize>p) << 2;
  const inner = (<usize>k) << 2;
  for (; n >= 4; n -= 4) {
    if (step < 32) four(out, start, a, w, a2, w2, passes, inner, stride, step);
    else {
      for (let c: usize = 0; c < step; c += 32) {
        c = min(c, step - 32);
        fourByTwo(out + c, start + c, a, w + c, a2, w2 + c, passes, inner, stride, step);
      }
    }
    out += 4 * step;
    a += 4 * stride;
    a2 += 4 * stride;
  }
  if (n == 0) return;
  if (step < 64) {
    for (let c: usize = 0; c < step; c += 16) two(out + c, start + c, a, w + c, a2, w2 + c, passes, inner, stride, step);
  } else {
    for (let c: usize = 0; c < step; c += 64) {
      c = min(c, step - 64);
      twoByFour(out + c, start + c, a, w + c, a2, w2 + c, passes, inner, stride, step);
    }
  }
}

function fourByTwo(
  out: usize,
  start: usize,
  a: usize,
  w: usize,
  a2: usize,
  w2: usize,
  passes: i32,
  inner: usize,
  stride: usize,
  step: usize,
): void {
  let c00 = v128.load(start),
    c01 = v128.load(start, 16),
    c10 = c00,
    c11 = c01,
    c20 = c00,
    c21 = c01,
    c30 = c00,
    c31 = c01;
  for (let pass = 0; pass < passes; pass++) {
    let b = a + stride;
    let c = b + stride;
    let d = c + stride;
    for (const stop = a + inner; a < stop; a += 4) {
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      const s0 = v128.load_splat<f32>(a);
      const s1 = v128.load_splat<f32>(b);
      const s2 = v128.load_splat<f32>(c);
      const s3 = v128.load_splat<f32>(d);
      c00 = plus(c00, s0, w0);
      c01 = plus(c01, s0, w1);
      c10 = plus(c10, s1, w0);
      c11 = plus(c11, s1, w1);
      c20 = plus(c20, s2, w0);
      c21 = plus(c21, s2, w1);
      c30 = plus(c30, s3, w0);
      c31 = plus(c31, s3, w1);
      b += 4;
      c += 4;
      d += 4;
      w += step;
    }
    a = a2;
    w = w2;
  }
  v128.store(out, c00);
  v128.store(out, c01, 16);
  out += step;
  v128.store(out, c10);
  v128.store(out, c11, 16);
  out += step;
  v128.store(out, c20);
  v128.store(out, c21, 16);
  out += step;
  v128.store(out, c30);
  v128.store(out, c31, 16);
}

function twoByFour(
  out: usize,
  start: usize,
  a: usize,
  w: usize,
  a2: usize,
  w2: usize,
  passes: i32,
  inner: usize,
  stride: usize,
  step: usize,
): void {
  let c00 = v128.load(start),
    c01 = v128.load(start, 16),
    c02 = v128.load(start, 32),
    c03 = v128.load(start, 48);
  let c10 = c00,
    c11 = c01,
    c12 = c02,
    c13 = c03;
  for (let pass = 0; pass < passes; pass++) {
    let b = a + stride;
    for (const stop = a + inner; a < stop; a += 4) {
      const s0 = v128.load_splat<f32>(a);
      const s1 = v128.load_splat<f32>(b);
      const u0 = v128.load(w);
      const u1 = v128.load(w, 16);
      const u2 = v128.load(w, 32);
      const u3 = v128.load(w, 48);
      c00 = plus(c00, s0, u0);
      c10 = plus(c10, s1, u0);
      c01 = plus(c01, s0, u1);
      c11 = plus(c11, s1, u1);
      c02 = plus(c02, s0, u2);
      c12 = plus(c12, s1, u2);
      c03 = plus(c03, s0, u3);
      c13 = plus(c13, s1, u3);
      b += 4;
      w += step;
    }
    a = a2;
    w = w2;
  }
  v128.store(out, c00);
  v128.store(out, c01, 16);
  v128.store(out, c02, 32);
  v128.store(out, c03, 48);
  out += step;
  v128.store(out, c10);
  v128.store(out, c11, 16);
  v128.store(out, c12, 32);
  v128.store(out, c13, 48);
}

/** Four rows of four columns: outputs of a network with up to four. */
function four(
  out: usize,
  start: usize,
  a: usize,
  w: usize,
  a2: usize,
  w2: usize,
  passes: i32,
  inner: usize,
  stride: usize,
  step: usize,
): void {
  let c0 = v128.load(start),
    c1 = c0,
    c2 = c0,
    c3 = c0;
  for (let pass = 0; pass < passes; pass++) {
    let b = a + stride;
    let c = b + stride;
    let d = c + stride;
    for (const stop = a + inner; a < stop; a += 4) {
      const w0 = v128.load(w);
      c0 = plus(c0, v128.load_splat<f32>(a), w0);
      c1 = plus(c1, v128.load_splat<f32>(b), w0);
      c2 = plus(c2, v128.load_splat<f32>(c), w0);
      c3 = plus(c3, v128.load_splat<f32>(d), w0);
      b += 4;
      c += 4;
      d += 4;
      w += step;
    }
    a = a2;
    w = w2;
  }
  v128.store(out, c0);
  v128.store(out + step, c1);
  v128.store(out + 2 * step, c2);
  v128.store(out + 3 * step, c3);
}

/** Two rows of four columns. */
function two(
  out: usize,
  start: usize,
  a: usize,
  w: usize,
  a2: usize,
  w2: usize,
  passes: i32,
  inner: usize,
  stride: usize,
  step: usize,
): void {
  let c0 = v128.load(start),
    c1 = c0;
  for (let pass = 0; pass < passes; pass++) {
    let b = a + stride;
    for (const stop = a + inner; a < stop; a += 4) {
      const w0 = v128.load(w);
      c0 = plus(c0, v128.load_splat<f32>(a), w0);
      c1 = plus(c1, v128.load_splat<f32>(b), w0);
      b += 4;
      w += step;
    }
    a = a2;
    w = w2;
  }
  v128.store(out, c0);
  v128.store(out + step, c1);
}
