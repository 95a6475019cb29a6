/** The self-check's last comparison: the fused kernel against nested gradients in TensorFlow.js, which share no line with it. */
import { type CheckCase, metaGradientOn } from '../machine/checkCases';
import { checkRow, type CheckRow, problemOf } from '../machine/gradientCheck';
import type { Machine } from '../machine/machine';
import { nestedMetaGradient } from './nestedReference';
import type { TensorFlow } from './tensorFlow';

/** `machine` must be made for the case's network. */
export function checkNested(tf: TensorFlow, machine: Machine, problem: CheckCase): CheckRow {
  const { gradient } = nestedMetaGradient(tf, problem);
  return checkRow('nestedTensorFlow', problemOf(problem), metaGradientOn(machine, problem), gradient);
}
