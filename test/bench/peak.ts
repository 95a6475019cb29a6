/** What the core can do at best through WebAssembly SIMD without fused multiply-add: sums and products that never leave the registers. */
import asc from 'assemblyscript/asc';

/** Six additions and six multiplications that do not wait for each other: 48 floating-point operations a turn. */
const sums = Array.from({ length: 6 }, (_, i) => `a${i}`);
const products = Array.from({ length: 6 }, (_, i) => `m${i}`);
const all = [...sums, ...products];
const source = `
export function turns(n: i32, one: f32): f32 {
  const s = f32x4.splat(one);
  let ${all.map((c, i) => `${c} = f32x4.splat(${i}.0)`).join(', ')};
  for (let i = 0; i < n; i++) {
    ${sums.map((c, i) => `${c} = f32x4.add(${c}, s); ${products[i]!} = f32x4.mul(${products[i]!}, s);`).join('\n    ')}
  }
  return f32x4.extract_lane(${all.reduce((sum, c) => `f32x4.add(${sum}, ${c})`)}, 0);
}`;
const FLOPS_PER_TURN = 48;

/** Returns a function that measures GFLOP/s once. */
export async function peakMeter(): Promise<() => number> {
  const { binary, error } = await asc.compileString(source, { runtime: 'stub', use: 'abort=', enable: ['simd'], optimizeLevel: 3 });
  if (!binary) throw new Error(`The peak loop did not compile.\n${error?.message ?? ''}`);
  const { instance } = await WebAssembly.instantiate(new Uint8Array(binary));
  const turns = instance.exports.turns as (n: number, one: number) => number;
  const n = 3_000_000;
  turns(n, 1);
  return () => {
    const start = performance.now();
    turns(n, 1);
    return (n * FLOPS_PER_TURN) / (performance.now() - start) / 1e6;
  };
}
