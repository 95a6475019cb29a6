// Advantages for the policy gradient: returns to go minus a linear baseline in state and time, normalised (Duan et al. 2016).

const RIDGE = 1e-5;

/** Features of a state (x, y) at step t: (1, x, y, x², y², τ, τ², τ³) with τ = t/100. */
function features(x: number, y: number, t: number): number[] {
  const tau = t / 100;
  return [1, x, y, x * x, y * y, tau, tau * tau, tau * tau * tau];
}

/** Solves the symmetric positive definite system Mw = b by Gaussian elimination with pivots on the diagonal; both are overwritten. */
function solve(matrix: number[][], b: number[]): number[] {
  const n = b.length;
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++) {
      const factor = matrix[i]![k]! / matrix[k]![k]!;
      for (let j = k; j < n; j++) matrix[i]![j]! -= factor * matrix[k]![j]!;
      b[i]! -= factor * b[k]!;
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let j = k + 1; j < n; j++) b[k]! -= matrix[k]![j]! * b[j]!;
    b[k]! /= matrix[k]![k]!;
  }
  return b;
}

/**
 * One advantage per step of all trajectories, in order, with mean 0 and standard deviation 1.
 * @param states (x, y) of each step, flat, per trajectory
 * @param rewards of each step, per trajectory
 */
export function advantages(states: readonly number[][], rewards: readonly number[][]): Float64Array {
  const phi: number[][] = [];
  const returns: number[] = [];
  rewards.forEach((path, i) => {
    const toGo: number[] = [];
    for (let t = path.length - 1, sum = 0; t >= 0; t--) toGo[t] = sum += path[t]!;
    toGo.forEach((value, t) => {
      phi.push(features(states[i]![2 * t]!, states[i]![2 * t + 1]!, t));
      returns.push(value);
    });
  });
  const size = phi[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? RIDGE : 0)));
  const right = new Array<number>(size).fill(0);
  phi.forEach((row, r) => {
    for (let i = 0; i < size; i++) {
      right[i]! += row[i]! * returns[r]!;
      for (let j = 0; j < size; j++) matrix[i]![j]! += row[i]! * row[j]!;
    }
  });
  const weights = solve(matrix, right);
  const raw = Float64Array.from(returns, (value, r) => value - phi[r]!.reduce((sum, feature, i) => sum + feature * weights[i]!, 0));
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
  const deviation = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / raw.length);
  return raw.map((value) => (value - mean) / (deviation + 1e-8));
}
