// All movable figures by name.
import type { FigureName } from '../../../core/syllabus/figures';
import { activationCurves } from './activationCurves';
import { attentionWeights } from './attentionWeights';
import { bagging } from './bagging';
import { biasVariance } from './biasVariance';
import { boxIou } from './boxIou';
import { convolutionSize } from './convolutionSize';
import { dropoutMask } from './dropoutMask';
import { earlyStopping } from './earlyStopping';
import type { Figure } from './figure';
import { innerStep } from './innerStep';
import { klGaussians } from './klGaussians';
import { kMeans } from './kMeans';
import { learningRate } from './learningRate';
import { mixup } from './mixup';
import { momentum } from './momentum';
import { normAxes } from './normAxes';
import { precisionRecall } from './precisionRecall';
import { searchCoverage } from './searchCoverage';
import { secondOrder } from './secondOrder';
import { shrinkage } from './shrinkage';
import { softmaxTemperature } from './softmaxTemperature';

export const figureTable: Readonly<Record<FigureName, Figure>> = {
  'activation-curves': activationCurves,
  'attention-weights': attentionWeights,
  bagging,
  'bias-variance': biasVariance,
  'box-iou': boxIou,
  'convolution-size': convolutionSize,
  'dropout-mask': dropoutMask,
  'early-stopping': earlyStopping,
  'inner-step': innerStep,
  'kl-gaussians': klGaussians,
  'k-means': kMeans,
  'learning-rate': learningRate,
  mixup,
  momentum,
  'norm-axes': normAxes,
  'precision-recall': precisionRecall,
  'search-coverage': searchCoverage,
  'second-order': secondOrder,
  shrinkage,
  'softmax-temperature': softmaxTemperature,
};
