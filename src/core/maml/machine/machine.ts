/**
 * An arithmetic in which MAML runs: parameter vectors, examples, the gradient of a loss and its Hessian-vector product.
 *
 * The algorithms are written once over this interface and run unchanged on the WASM kernel (float32), on plain JavaScript (float64)
 * and on quadratic bowls with a closed form. Handles stay valid for the machine's lifetime and are meant to be reused: take them once,
 * then overwrite. All numbers cross the border flat and unpadded, in the order of `layoutOf`.
 */

/** A parameter vector kept by the machine that made it. */
export interface Vec {
  readonly vec: number;
}

/** Rows of (x, y, weight) kept by the machine that made them. */
export interface Examples {
  readonly examples: number;
  readonly capacity: number;
}

/** What one gradient leaves behind for the Hessian-vector product at the same place: activations and errors of every layer. */
export interface Tape {
  readonly tape: number;
  readonly capacity: number;
}

/**
 * n examples as plain numbers. The loss is a weighted sum over rows, so a mean carries weight 1/n in every row and a policy gradient
 * its advantages (any sign).
 *
 * squared: L = Σ_i c_i ‖z_i − y_i‖²;  crossEntropy: L = −Σ_i c_i Σ_k y_ik log softmax(z_i)_k;
 * bowl: L = Σ_i c_i · ½(θ − y_i)ᵀX_i(θ − y_i), with X_i symmetric.
 */
export interface ExampleRows {
  readonly rows: number;
  /** [rows × inputs], row-major. */
  readonly x: ArrayLike<number>;
  /** [rows × outputs], row-major. */
  readonly y: ArrayLike<number>;
  /** c_i, one per row. */
  readonly weight: ArrayLike<number>;
}

/** Constants of Adam (Kingma & Ba 2015, algorithm 1). */
export interface AdamSettings {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export type Numbers = Float32Array | Float64Array;

export interface Machine {
  readonly precision: 'float32' | 'float64';
  readonly parameterCount: number;
  readonly inputs: number;
  readonly outputs: number;

  /** A new vector of zeros. */
  vector(): Vec;
  /** Room for up to `capacity` rows; empty until `setExamples`. */
  examples(capacity: number): Examples;
  /** Room for what a gradient over up to `capacity` rows leaves behind. */
  tape(capacity: number): Tape;

  write(target: Vec, values: ArrayLike<number>): void;
  /** A copy of the entries. */
  read(source: Vec): Numbers;
  setExamples(target: Examples, rows: ExampleRows): void;

  /**
   * L(at) on the examples; ∇L(at) into `out`, which must be another vector than `at`. With a tape, the intermediate values are kept for
   * `hessianVector`.
   */
  gradient(at: Vec, on: Examples, out: Vec, tape?: Tape): number;
  /**
   * ∇²L(at) · direction into `out`, exact (Pearlmutter 1994, the R-operator). A tape spares the first pass; it must come from the
   * latest `gradient` at the same `at` on the same examples. `out` must be another vector than `at` and `direction`.
   */
  hessianVector(at: Vec, on: Examples, direction: Vec, out: Vec, tape?: Tape): void;
  /** Outputs z (before any softmax) as [rows × outputs], a copy. Bowls have none and return the losses per row. */
  predict(at: Vec, on: Examples): Numbers;

  /** out = phi − alpha ∘ grad. */
  innerUpdate(out: Vec, phi: Vec, alpha: Vec, grad: Vec): void;
  /** out = a ∘ b, entry by entry. */
  multiply(out: Vec, a: Vec, b: Vec): void;
  /** y ← y + s · x. */
  addScaled(y: Vec, s: number, x: Vec): void;
  copy(to: Vec, from: Vec): void;
  fill(target: Vec, value: number): void;
  dot(a: Vec, b: Vec): number;
  /** theta ← theta − rate · grad. */
  sgdStep(theta: Vec, grad: Vec, rate: number): void;
  /** One step of Adam; `step` counts from 1; first and second moments are updated in place. */
  adamStep(theta: Vec, first: Vec, second: Vec, grad: Vec, step: number, settings: AdamSettings): void;
}
