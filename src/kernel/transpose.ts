/** Transposed weights, so that the reverse pass is the same product as the forward one. */

/** out[count × k] = first `count` columns of w[k × p], transposed in blocks of 4 × 4; k and p are multiples of 4. */
export function transpose(out: usize, w: usize, k: i32, p: i32, count: i32): void {
  const step = (<usize>p) << 2;
  const stride = (<usize>k) << 2;
  const rows = <usize>count;
  for (let j: usize = 0; j < rows; j += 4) {
    const target = out + j * stride;
    for (let i: usize = 0; i < stride; i += 16) {
      const from = w + i * <usize>p + (j << 2);
      const r0 = v128.load(from);
      const r1 = v128.load(from + step);
      const r2 = v128.load(from + 2 * step);
      const r3 = v128.load(from + 3 * step);
      const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      v128.store(target + i, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
      if (j + 1 < rows) v128.store(target + stride + i, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
      if (j + 2 < rows) v128.store(target + 2 * stride + i, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
      if (j + 3 < rows) v128.store(target + 3 * stride + i, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
    }
  }
}
