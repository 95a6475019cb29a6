/**
 * Matrix products on row-major float64 arrays, the parameters inside a flat vector at an offset.
 *
 * Four rows are combined at a time: an engine then loads and stores each sum once for eight operations instead of once for two.
 */

/** Every row of z = bias. */
export function spreadRows(z: Float64Array, theta: Float64Array, b: number, rows: number, out: number): void {
  for (let i = 0; i < rows; i++) for (let j = 0; j < out; j++) z[i * out + j] = theta[b + j]!;
}

/** z += a·W, [rows × in]·[in × out]. */
export function addProduct(z: Float64Array, a: Float64Array, theta: Float64Array, w: number, rows: number, inn: number, out: number): void {
  for (let i = 0; i < rows; i++) {
    const s = i * inn;
    let k = 0;
    for (; k + 4 <= inn; k += 4) addFour(z, i * out, theta, w + k * out, out, a[s + k]!, a[s + k + 1]!, a[s + k + 2]!, a[s + k + 3]!);
    for (; k < inn; k++) addOne(z, i * out, theta, w + k * out, out, a[s + k]!);
  }
}

/** grad += aᵀ·delta, [in × rows]·[rows × out]. */
export function addOuter(
  grad: Float64Array,
  w: number,
  a: Float64Array,
  delta: Float64Array,
  rows: number,
  inn: number,
  out: number,
): void {
  for (let k = 0; k < inn; k++) {
    let i = 0;
    for (; i + 4 <= rows; i += 4) {
      const s = i * inn + k;
      addFour(grad, w + k * out, delta, i * out, out, a[s]!, a[s + inn]!, a[s + 2 * inn]!, a[s + 3 * inn]!);
    }
    for (; i < rows; i++) addOne(grad, w + k * out, delta, i * out, out, a[i * inn + k]!);
  }
}

/** grad += column sums of delta. */
export function addColumns(grad: Float64Array, b: number, delta: Float64Array, rows: number, out: number): void {
  for (let i = 0; i < rows; i++) addOne(grad, b, delta, i * out, out, 1);
}

/** e += delta·Wᵀ, [rows × out]·[out × in]. */
export function addTransposed(
  e: Float64Array,
  delta: Float64Array,
  theta: Float64Array,
  w: number,
  rows: number,
  inn: number,
  out: number,
): void {
  for (let i = 0; i < rows; i++) {
    const d = i * out;
    let k = 0;
    for (; k + 4 <= inn; k += 4) {
      const r = w + k * out;
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let j = 0; j < out; j++) {
        const value = delta[d + j]!;
        s0 += value * theta[r + j]!;
        s1 += value * theta[r + out + j]!;
        s2 += value * theta[r + 2 * out + j]!;
        s3 += value * theta[r + 3 * out + j]!;
      }
      const to = i * inn + k;
      e[to] = e[to]! + s0;
      e[to + 1] = e[to + 1]! + s1;
      e[to + 2] = e[to + 2]! + s2;
      e[to + 3] = e[to + 3]! + s3;
    }
    for (; k < inn; k++) {
      let sum = 0;
      for (let j = 0; j < out; j++) sum += delta[d + j]! * theta[w + k * out + j]!;
      e[i * inn + k] = e[i * inn + k]! + sum;
    }
  }
}

/** target[to + j] += s · source[from + j] for j < n. */
function addOne(target: Float64Array, to: number, source: Float64Array, from: number, n: number, s: number): void {
  for (let j = 0; j < n; j++) target[to + j] = target[to + j]! + s * source[from + j]!;
}

/** target[to + j] += Σ_r s_r · source[from + r·n + j] for four rows of length n. */
function addFour(
  target: Float64Array,
  to: number,
  source: Float64Array,
  from: number,
  n: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  const [f1, f2, f3] = [from + n, from + 2 * n, from + 3 * n];
  for (let j = 0; j < n; j++) {
    target[to + j] = target[to + j]! + (s0 * source[from + j]! + s1 * source[f1 + j]! + (s2 * source[f2 + j]! + s3 * source[f3 + j]!));
  }
}
