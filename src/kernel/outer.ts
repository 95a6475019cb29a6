/** Sums over rows: Aᵀ·D in register blocks of 4 × 2 vectors, and column sums. */
import { plus } from './elementary';

/**
 * out[k × p] = aᵀ·d (+ a2ᵀ·d2 when `passes` is 2): a is [n × k], d is [n × p]; p is a multiple of 4, n is even.
 */
export function outer(out: usize, a: usize, d: usize, a2: usize, d2: usize, passes: i32, n: i32, k: i32, p: i32): void {
  const step = (<usize>p) << 2;
  const stride = (<usize>k) << 2;
  const wide = step & ~31;
  const blocks = stride & ~15;
  const length = stride * <usize>n;
  for (let i: usize = 0; i < blocks; i += 16, out += 4 * step) {
    for (let c: usize = 0; c < wide; c += 32) {
      let c00 = f32x4.splat(0),
        c01 = c00,
        c10 = c00,
        c11 = c00,
        c20 = c00,
        c21 = c00,
        c30 = c00,
        c31 = c00;
      let r = a + i;
      let q = d + c;
      for (let pass = 0; pass < passes; pass++) {
        for (const stop = r + length; r < stop; r += stride) {
          const d0 = v128.load(q);
          const d1 = v128.load(q, 16);
          let s = v128.load_splat<f32>(r);
          c00 = plus(c00, s, d0);
          c01 = plus(c01, s, d1);
          s = v128.load_splat<f32>(r, 4);
          c10 = plus(c10, s, d0);
          c11 = plus(c11, s, d1);
          s = v128.load_splat<f32>(r, 8);
          c20 = plus(c20, s, d0);
          c21 = plus(c21, s, d1);
          s = v128.load_splat<f32>(r, 12);
          c30 = plus(c30, s, d0);
          c31 = plus(c31, s, d1);
          q += step;
        }
        r = a2 + i;
        q = d2 + c;
      }
      let t = out + c;
      v128.store(t, c00);
      v128.store(t, c01, 16);
      t += step;
      v128.store(t, c10);
      v128.store(t, c11, 16);
      t += step;
      v128.store(t, c20);
      v128.store(t, c21, 16);
      t += step;
      v128.store(t, c30);
      v128.store(t, c31, 16);
    }
    if (wide < step) narrowOuter(out + wide, a + i, d + wide, a2 + i, d2 + wide, passes, length, stride, step);
  }
  for (let i = blocks; i < stride; i += 4, out += step) singleOuter(out, a + i, d, a2 + i, d2, passes, length, stride, step);
}

/** Four rows of out, the last four columns where p is not a multiple of 8. */
function narrowOuter(out: usize, a: usize, d: usize, a2: usize, d2: usize, passes: i32, length: usize, stride: usize, step: usize): void {
  let c0 = f32x4.splat(0),
    c1 = c0,
    c2 = c0,
    c3 = c0;
  for (let pass = 0; pass < passes; pass++) {
    for (const stop = a + length; a < stop; a += stride, d += step) {
      const d0 = v128.load(d);
      c0 = plus(c0, v128.load_splat<f32>(a), d0);
      c1 = plus(c1, v128.load_splat<f32>(a, 4), d0);
      c2 = plus(c2, v128.load_splat<f32>(a, 8), d0);
      c3 = plus(c3, v128.load_splat<f32>(a, 12), d0);
    }
    a = a2;
    d = d2;
  }
  v128.store(out, c0);
  v128.store(out + step, c1);
  v128.store(out + 2 * step, c2);
  v128.store(out + 3 * step, c3);
}

/** One row of out: the inputs of a network need not be a multiple of 4. Rows of a and d come in pairs. */
function singleOuter(out: usize, a: usize, d: usize, a2: usize, d2: usize, passes: i32, length: usize, stride: usize, step: usize): void {
  for (let c: usize = 0; c < step; c += 16) {
    let even = f32x4.splat(0);
    let odd = even;
    let r = a;
    let q = d + c;
    for (let pass = 0; pass < passes; pass++) {
      for (const stop = r + length; r < stop; r += 2 * stride, q += 2 * step) {
        even = plus(even, v128.load_splat<f32>(r), v128.load(q));
        odd = plus(odd, v128.load_splat<f32>(r + stride), v128.load(q + step));
      }
      r = a2;
      q = d2 + c;
    }
    v128.store(out + c, f32x4.add(even, odd));
  }
}

/** out[p] = column sums of d[n × p]; n is even. */
export function columnSums(out: usize, d: usize, n: i32, p: i32): void {
  const step = (<usize>p) << 2;
  const length = step * <usize>n;
  for (let c: usize = 0; c < step; c += 16) {
    let even = f32x4.splat(0);
    let odd = even;
    for (let q = d + c, stop = q + length; q < stop; q += 2 * step) {
      even = f32x4.add(even, v128.load(q));
      odd = f32x4.add(odd, v128.load(q + step));
    }
    v128.store(out + c, f32x4.add(even, odd));
  }
}
