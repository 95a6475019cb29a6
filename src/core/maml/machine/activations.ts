/** Activation functions on whole arrays: value, derivative, and the derivative's own derivative for the R-operator. */
import { tanh } from '../portableMath';
import type { Activation } from './network';

/** a = σ(z); derivatives are expressed in a, so z need not be kept. All arrays hold n numbers. */
interface ActivationRow {
  /** z ← σ(z). */
  apply(z: Float64Array, n: number): void;
  /** out = e ∘ σ'(z): from ∂L/∂a to ∂L/∂z, and from R{z} to R{a}. */
  timesSlope(out: Float64Array, e: Float64Array, a: Float64Array, n: number): void;
  /** out += e ∘ σ''(z) ∘ R{z}, with σ''(z)·R{z} written by ra = R{a}. */
  addCurvature(out: Float64Array, e: Float64Array, a: Float64Array, ra: Float64Array, n: number): void;
}

export const activations = {
  relu: {
    apply: (z, n) => {
      for (let i = 0; i < n; i++) if (!(z[i]! > 0)) z[i] = z[i]! !== z[i]! ? NaN : 0;
    },
    timesSlope: (out, e, a, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! > 0 ? e[i]! : 0;
    },
    addCurvature: () => undefined,
  },
  tanh: {
    apply: (z, n) => {
      for (let i = 0; i < n; i++) z[i] = tanh(z[i]!);
    },
    timesSlope: (out, e, a, n) => {
      for (let i = 0; i < n; i++) out[i] = e[i]! * (1 - a[i]! * a[i]!);
    },
    // σ' = 1 − a², so R{σ'} = −2a·R{a}.
    addCurvature: (out, e, a, ra, n) => {
      for (let i = 0; i < n; i++) out[i] = out[i]! - 2 * a[i]! * ra[i]! * e[i]!;
    },
  },
} satisfies Record<Activation, ActivationRow>;
