// Which numbers share a mean in the normalisation layers: axes of a tensor of N examples × C channels × L positions.

export const normKinds = ['batch', 'layer', 'instance', 'group'] as const;
export type NormKind = (typeof normKinds)[number];

export interface Cell {
  readonly n: number;
  readonly c: number;
  readonly l: number;
  readonly value: number;
}

/** A name for the set over which a cell is averaged. */
export function poolOf(kind: NormKind, { n, c }: Pick<Cell, 'n' | 'c'>, channels: number, groups: number): string {
  switch (kind) {
    case 'batch':
      return `c${c}`;
    case 'layer':
      return `n${n}`;
    case 'instance':
      return `n${n}c${c}`;
    case 'group':
      return `n${n}g${Math.floor((c * groups) / channels)}`;
  }
}

/** (x − mean) / √(variance + ε) over each pool; the variance divides by the number of cells. */
export function normalise(cells: readonly Cell[], kind: NormKind, channels: number, groups = 2, epsilon = 1e-5): number[] {
  const pools = new Map<string, number[]>();
  for (const cell of cells) {
    const name = poolOf(kind, cell, channels, groups);
    pools.set(name, [...(pools.get(name) ?? []), cell.value]);
  }
  const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const moments = new Map(
    [...pools].map(([name, values]) => {
      const mean = average(values);
      return [name, { mean, deviation: Math.sqrt(average(values.map((value) => (value - mean) ** 2)) + epsilon) }] as const;
    }),
  );
  return cells.map((cell) => {
    const { mean, deviation } = moments.get(poolOf(kind, cell, channels, groups))!;
    return (cell.value - mean) / deviation;
  });
}
