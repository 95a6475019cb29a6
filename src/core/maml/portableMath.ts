/**
 * Elementary functions built from IEEE basic operations only, so that one seed gives the same bits in every JavaScript engine.
 *
 * ECMAScript leaves Math.sin, Math.exp and their like to the implementation, and engine builds do differ in the last bit. The five
 * functions here use + − × ÷ and exact scaling by powers of two. Method and coefficients: fdlibm 5.3 (Sun Microsystems, 1993);
 * error below 1 ulp over the whole range. Math.sqrt, Math.abs and Math.floor are exact by the standard and need no port.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ONE_OVER_LN2 = 1.4426950408889634;
const SMALLEST_EXPONENT = -1074;

/** powersOfTwo[k + 1074] = 2^k, built by exact doubling and halving (engines have disagreed about 2 ** k). */
const powersOfTwo = (() => {
  const table = new Float64Array(1024 - SMALLEST_EXPONENT);
  let up = 1;
  for (let k = 0; k <= 1023; k++, up *= 2) table[k - SMALLEST_EXPONENT] = up;
  let down = 1;
  for (let k = 0; k >= SMALLEST_EXPONENT; k--, down /= 2) table[k - SMALLEST_EXPONENT] = down;
  return table;
})();

const bits = new DataView(new ArrayBuffer(8));

/** y · 2^k without rounding more than once. */
function scale(y: number, k: number): number {
  if (k > 1023) return y * 2 * powersOfTwo[k - 1 - SMALLEST_EXPONENT]!;
  if (k < -1021) return y * powersOfTwo[k + 1000 - SMALLEST_EXPONENT]! * powersOfTwo[-1000 - SMALLEST_EXPONENT]!;
  return y * powersOfTwo[k - SMALLEST_EXPONENT]!;
}

/** Whole number of ln 2 nearest to x, 0 where |x| ≤ ½ ln 2. */
function countLn2(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.34657359027997264) return 0;
  if (size < 1.0397207708399179) return x < 0 ? -1 : 1;
  return Math.trunc(ONE_OVER_LN2 * x + (x < 0 ? -0.5 : 0.5));
}

/** e^x. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (Math.abs(x) < 3.725290298461914e-9) return 1 + x;
  const k = countLn2(x);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t * (-0.0027777777777015593 + t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** e^x − 1 without cancellation near 0; for |x| ≤ 100, which is all that tanh asks. */
function expm1(argument: number): number {
  if (Math.abs(argument) < 5.551115123125783e-17) return argument;
  const k = countLn2(argument);
  const high = argument - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const x = high - low;
  const c = high - x - low;
  const half = 0.5 * x;
  const square = x * half;
  const r =
    1 +
    square *
      (-0.03333333333333313 +
        square *
          (0.0015873015872548146 +
            square * (-0.0000793650757867488 + square * (0.000004008217827329362 + square * -2.0109921818362437e-7))));
  const t = 3 - r * half;
  const ratio = square * ((r - t) / (6 - x * t));
  if (k === 0) return x - (x * ratio - square);
  const e = x * (ratio - c) - c - square;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k < 0 || k > 56) return scale(1 - (e - x), k) - 1;
  const inverse = scale(1, -k);
  return k < 20 ? scale(1 - inverse - (e - x), k) : scale(x - (e + inverse) + 1, k);
}

/** Natural logarithm: −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  let normal = x;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    normal = x * 18014398509481984;
  }
  // x = 2^k · m with m in [√½, √2).
  bits.setFloat64(0, normal);
  const high = bits.getInt32(0) + (0x3ff00000 - 0x3fe6a09e);
  k += (high >> 20) - 0x3ff;
  bits.setInt32(0, (high & 0x000fffff) + 0x3fe6a09e);
  const f = bits.getFloat64(0) - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return s * (halfSquare + even + odd) + k * LN2_LOW - halfSquare + f + k * LN2_HIGH;
}

/** Hyperbolic tangent. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 2.7755575615628914e-17 || Number.isNaN(x)) return x;
  let value = 1;
  if (size < 22) {
    if (size >= 1) value = 1 - 2 / (expm1(2 * size) + 2);
    else {
      const t = expm1(-2 * size);
      value = -t / (t + 2);
    }
  }
  return x < 0 ? -value : value;
}

/** 2/π · 2^1216, for arguments where three pieces of π/2 are not enough (Payne & Hanek 1983). */
const TWO_OVER_PI = BigInt(
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1c' +
    'b129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f' +
    '6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6bab',
);
const FRACTION_BITS = 1216n;

/** x = n·π/2 + high + low with |high| ≤ about π/4; n is returned modulo 4. Two numbers are left in `reduced`. */
const reduced = { high: 0, low: 0 };
function reduceByHalfPi(x: number): number {
  if (Math.abs(x) <= 0.7853981633974483) {
    reduced.high = x;
    reduced.low = 0;
    return 0;
  }
  if (Math.abs(x) > 1647099) return reduceLarge(x);
  const n = Math.floor(x * 0.6366197723675814 + 0.5);
  // π/2 in three pieces of 33 bits and a tail: n · piece is exact.
  let t = x - n * 1.5707963267341256;
  let w = n * 6.077100506303966e-11;
  let r = t - w;
  w = n * 2.0222662487959506e-21 - (t - r - w);
  if (Math.abs(r - w) < Math.abs(x) * 1.7763568394002505e-15) {
    t = r;
    w = n * 2.0222662487111665e-21;
    r = t - w;
    w = n * 8.4784276603689e-32 - (t - r - w);
  }
  reduced.high = r - w;
  reduced.low = r - reduced.high - w;
  return n & 3;
}

function reduceLarge(x: number): number {
  bits.setFloat64(0, Math.abs(x));
  const exponent = (bits.getInt32(0) >> 20) - 1075;
  bits.setInt32(0, (bits.getInt32(0) & 0xfffff) | 0x100000);
  const turns = (bits.getBigUint64(0) * TWO_OVER_PI) << BigInt(Math.max(exponent, 0));
  const shift = FRACTION_BITS + BigInt(Math.max(-exponent, 0));
  const nearest = (turns + (1n << (shift - 1n))) >> shift;
  // The signed rest of a quarter turn as two doubles of 53 bits.
  const rest = BigInt.asIntN(256, (turns - (nearest << shift)) >> (shift - 200n));
  const high = Number(rest);
  const low = Number(rest - BigInt(high));
  const unit = powersOfTwo[-200 - SMALLEST_EXPONENT]!;
  const sign = x < 0 ? -unit : unit;
  // (high + low) · π/2 with π/2 = P + p; the product high·P is split exactly by Veltkamp and Dekker.
  const halfPi = 1.5707963267948966;
  const product = high * halfPi;
  const splitA = high * 134217729;
  const aHigh = splitA - (splitA - high);
  const splitB = halfPi * 134217729;
  const bHigh = splitB - (splitB - halfPi);
  const aLow = high - aHigh;
  const bLow = halfPi - bHigh;
  const error = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  reduced.high = sign * product;
  reduced.low = sign * (error + high * 6.123233995736766e-17 + low * halfPi);
  const quarter = Number(nearest & 3n);
  return x < 0 ? (4 - quarter) & 3 : quarter;
}

/** sin(x + y) for |x| ≤ π/4, y its tail. */
function sinNear(x: number, y: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    0.00833333333332249 +
    z * (-0.0001984126982985795 + z * 0.0000027557313707070068) +
    z * z * z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10);
  return x - (z * (0.5 * y - v * r) - y - v * -0.16666666666666632);
}

/** cos(x + y) for |x| ≤ π/4, y its tail. */
function cosNear(x: number, y: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z * (0.0416666666666666 + z * (-0.001388888888887411 + z * 0.00002480158728947673)) +
    w * w * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11));
  const half = 0.5 * z;
  const one = 1 - half;
  return one + (1 - one - half + (z * r - x * y));
}

/** Sine of x radians. */
export function sin(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < 7.450580596923828e-9) return x;
  const quarter = reduceByHalfPi(x);
  const value = quarter & 1 ? cosNear(reduced.high, reduced.low) : sinNear(reduced.high, reduced.low);
  return quarter & 2 ? -value : value;
}

/** Cosine of x radians. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  const quarter = reduceByHalfPi(x);
  const value = quarter & 1 ? sinNear(reduced.high, reduced.low) : cosNear(reduced.high, reduced.low);
  return quarter === 1 || quarter === 2 ? -value : value;
}
