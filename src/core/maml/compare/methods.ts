// The table of methods that can be compared: what each trains with, and what it needs set differently; a new one is one row.
import type { Settings } from '../settings';

export const METHOD_IDS = ['maml', 'pretrain', 'fomaml', 'reptile', 'anil', 'metaSgd', 'random', 'oracle'] as const;
export type MethodId = (typeof METHOD_IDS)[number];

interface Method {
  /** Its settings where they differ from the ones that all share. */
  readonly settings: (shared: Settings) => Partial<Settings>;
  /** It is told the task's answer: nothing is trained, nothing adapts. */
  readonly knows?: true;
}

/** One step of Reptile is a step of pretraining (Nichol et al. 2018, sec. 3): what sets it apart begins with the second. */
const REPTILE_STEPS = 5;

/** Finn et al. 2017, sec. 5.1: the step of fine-tuning the pretrained sinusoid network on five points (on ten they take 0.02, which blows up here). */
const fineTuningStep = ({ family, alpha }: Settings): number => (family === 'sinusoid' ? 0.01 : alpha);

const methods = {
  maml: { settings: () => ({ algorithm: 'maml' }) },
  pretrain: { settings: (shared) => ({ algorithm: 'pretrain', alpha: fineTuningStep(shared) }) },
  fomaml: { settings: () => ({ algorithm: 'fomaml' }) },
  reptile: { settings: ({ innerSteps }) => ({ algorithm: 'reptile', innerSteps: Math.max(REPTILE_STEPS, innerSteps) }) },
  anil: { settings: () => ({ algorithm: 'anil' }) },
  metaSgd: { settings: () => ({ algorithm: 'metaSgd' }) },
  random: { settings: () => ({ algorithm: 'maml', iterations: 0 }) },
  oracle: { settings: () => ({ iterations: 0 }), knows: true },
} satisfies Record<MethodId, Method>;

/** What the method runs with; seed, family, K and iterations are those of all. */
export const methodSettings = (method: MethodId, shared: Settings): Settings => ({ ...shared, ...methods[method].settings(shared) });

export function knowsTheAnswer(method: MethodId): boolean {
  const row: Method = methods[method];
  return row.knows === true;
}
