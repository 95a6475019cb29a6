// The movable figures, and the notes that show them: `after` is the anchor of the section at whose end a figure stands.

export const figureNames = [
  'activation-curves',
  'attention-weights',
  'bagging',
  'bias-variance',
  'box-iou',
  'convolution-size',
  'dropout-mask',
  'early-stopping',
  'episode-sampler',
  'fine-tuning-start',
  'inner-step',
  'kl-gaussians',
  'k-means',
  'learning-rate',
  'mixup',
  'mean-wave',
  'momentum',
  'norm-axes',
  'outer-loop',
  'precision-recall',
  'search-coverage',
  'resting-places',
  'second-order',
  'shrinkage',
  'softmax-temperature',
] as const;
export type FigureName = (typeof figureNames)[number];

export interface FigurePlacement {
  readonly figure: FigureName;
  readonly after: string;
}

const after = (anchor: string, ...figures: readonly FigureName[]): readonly FigurePlacement[] =>
  figures.map((figure) => ({ figure, after: anchor }));

/** By slug. A note may also place a figure itself with a paragraph {{figure:name}}. */
export const figurePlacements: Readonly<Record<string, readonly FigurePlacement[]>> = {
  'activation-functions': after('how', 'activation-curves'),
  'bias-variance-and-overfitting': after('by-hand', 'bias-variance'),
  'classification-metrics': after('by-hand', 'precision-recall'),
  clustering: after('by-hand', 'k-means'),
  'convolution-basics': after('how', 'convolution-size'),
  'data-augmentation': after('mixup', 'mixup'),
  'dropout-and-dropconnect': after('how', 'dropout-mask'),
  'ensemble-methods': after('bagging', 'bagging'),
  'hyperparameter-optimization': after('random', 'search-coverage'),
  'implicit-regularization': after('early-stopping', 'early-stopping'),
  'information-theory': after('kl', 'kl-gaussians'),
  maml: after('inner-loop', 'inner-step'),
  'maml-in-code': after('bowl-code', 'outer-loop'),
  'maml-variants': after('fomaml', 'second-order'),
  'maml-vs-fine-tuning': after('by-hand', 'fine-tuning-start'),
  'norm-penalty': after('how', 'shrinkage'),
  'normalization-layers': after('axes', 'norm-axes'),
  'output-layers-and-losses': after('multiclass', 'softmax-temperature'),
  'regression-detection-lm-metrics': after('by-hand', 'box-iou'),
  'seq2seq-and-attention': after('how', 'attention-weights'),
  'sgd-and-momentum': [...after('gradient-descent', 'learning-rate'), ...after('momentum', 'momentum')],
};
