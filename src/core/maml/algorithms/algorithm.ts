// The table of algorithms: how each adapts to a task and what it hands to the outer loop; a new one is one row.

export const ALGORITHM_IDS = ['maml', 'fomaml', 'reptile', 'anil', 'metaSgd', 'pretrain'] as const;
export type AlgorithmId = (typeof ALGORITHM_IDS)[number];

export interface Algorithm {
  /** 2 differentiates through the inner loop; 1 drops the second-order part −αHv. */
  readonly order: 1 | 2;
  /** Which layers the inner loop moves: all, or only the last one (ANIL). */
  readonly adapts: 'all' | 'head';
  /** Whether α is learned per parameter (Meta-SGD). */
  readonly learnsAlpha: boolean;
  /** What a task sends up: the gradient of its query loss, or how far adaptation moved (Reptile: θ − φ_k). */
  readonly sends: 'queryGradient' | 'displacement';
  /** Whether training adapts at all; the baseline trains one network on all tasks together. */
  readonly adaptsInTraining: boolean;
}

const MAML: Algorithm = { order: 2, adapts: 'all', learnsAlpha: false, sends: 'queryGradient', adaptsInTraining: true };

const algorithms = {
  /** Finn, Abbeel, Levine 2017, algorithm 1. */
  maml: MAML,
  /** The same without second derivatives (ibid., sec. 5.2). */
  fomaml: { ...MAML, order: 1 },
  /** Nichol, Achiam, Schulman 2018: θ ← θ + β (φ_k − θ). */
  reptile: { ...MAML, order: 1, sends: 'displacement' },
  /** Raghu et al. 2020: only the last layer adapts. */
  anil: { ...MAML, adapts: 'head' },
  /** Li et al. 2017: α is a vector, learned with θ. */
  metaSgd: { ...MAML, learnsAlpha: true },
  /** One network on all tasks together, fine-tuned afterwards (the baseline of Finn et al. 2017). */
  pretrain: { ...MAML, order: 1, adaptsInTraining: false },
} satisfies Record<AlgorithmId, Algorithm>;

export const algorithmOf = (id: AlgorithmId): Algorithm => algorithms[id];

/** Inner steps of each task in training: none where training does not adapt. */
export const trainingSteps = ({ algorithm, innerSteps }: { readonly algorithm: AlgorithmId; readonly innerSteps: number }): number =>
  algorithmOf(algorithm).adaptsInTraining ? innerSteps : 0;
