// The table of the form's settings: one row each, with its control and the families and algorithms for which it means something.
import type { AlgorithmId } from '../../../core/maml/algorithms/algorithm';
import type { Settings } from '../../../core/maml/settings';
import type { FamilyId } from '../../../core/maml/tasks/familyId';

export interface SettingRow {
  readonly key: keyof Settings;
  readonly control: 'number' | 'select' | 'list';
  /** Absent: all of them. */
  readonly families?: readonly FamilyId[];
  readonly algorithms?: readonly AlgorithmId[];
}

const NETWORKS = ['sinusoid', 'symbols', 'images', 'navigation'] as const satisfies readonly FamilyId[];
const ADAPTING = ['maml', 'fomaml', 'reptile', 'anil', 'metaSgd'] as const satisfies readonly AlgorithmId[];

/** Always in sight. */
export const USUAL_ROWS: readonly SettingRow[] = [
  { key: 'iterations', control: 'number' },
  { key: 'alpha', control: 'number' },
  { key: 'seed', control: 'number' },
];

/** Folded away until asked for. */
export const FURTHER_ROWS: readonly SettingRow[] = [
  { key: 'family', control: 'select' },
  { key: 'algorithm', control: 'select' },
  { key: 'innerSteps', control: 'number', algorithms: ADAPTING },
  { key: 'metaBatch', control: 'number' },
  { key: 'ways', control: 'number', families: ['symbols', 'images'] },
  { key: 'shots', control: 'number', families: NETWORKS },
  { key: 'queryShots', control: 'number', families: NETWORKS },
  { key: 'frequencies', control: 'list', families: ['sinusoid'] },
  { key: 'horizon', control: 'number', families: ['navigation'] },
  { key: 'dimension', control: 'number', families: ['bowls'] },
  { key: 'outer', control: 'select' },
  { key: 'beta', control: 'number' },
  { key: 'hidden', control: 'list', families: NETWORKS },
  { key: 'activation', control: 'select', families: NETWORKS },
  { key: 'init', control: 'select', families: NETWORKS },
];

/** Whether the row means anything with these choices. */
export function applies({ families, algorithms }: SettingRow, family: string, algorithm: string): boolean {
  return (families?.some((id) => id === family) ?? true) && (algorithms?.some((id) => id === algorithm) ?? true);
}
