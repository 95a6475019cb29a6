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
import { episodeSampler } from './episodeSampler';
import type { Figure } from './figure';
import { fineTuningStart } from './fineTuningStart';
import { innerStep } from './innerStep';
import { klGaussians } from './klGaussians';
import { kMeans } from './kMeans';
import { learningRate } from './learningRate';
import { mixup } from './mixup';
import { meanOfWaves } from './meanWave';
import { momentum } from './momentum';
import { normAxes } from './normAxes';
import { outerLoop } from './outerLoop';
import { precisionRecall } from './precisionRecall';
import { searchCoverage } from './searchCoverage';
import { restingPlaces } from './restingPlaces';
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
  'episode-sampler': episodeSampler,
  'fine-tuning-start': fineTuningStart,
  'inner-step': innerStep,
  'kl-gaussians': klGaussians,
  'k-means': kMeans,
  'learning-rate': learningRate,
  mixup,
  'mean-wave': meanOfWaves,
  momentum,
  'norm-axes': normAxes,
  'outer-loop': outerLoop,
  'precision-recall': precisionRecall,
  'search-coverage': searchCoverage,
  'resting-places': restingPlaces,
  'second-order': secondOrder,
  shrinkage,
  'softmax-temperature': softmaxTemperature,
};
