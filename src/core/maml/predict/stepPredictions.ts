// Questions on the page of steps: each is about the line that comes next, and its truth is computed from that line's own numbers.
import { algorithmOf } from '../algorithms/algorithm';
import type { Experiment } from '../experiment';
import { familyOf } from '../tasks/families';
import type { Task } from '../tasks/task';
import type { Line, Step } from '../trace/step';
import { norm } from '../vectors';
import { decided, type StepKind, type StepPlace } from './predictionKind';

/** The step of the line that comes next. */
function nextStep({ picture, trace }: StepPlace): Step | undefined {
  return trace.steps[picture.count % picture.perIteration];
}

/** Tasks whose examples stay the same whatever the parameters: a loss on them can be compared at two places. */
const hasGivenExamples = ({ settings }: Experiment): boolean => familyOf(settings.family).acts !== true;

const hasSecondOrder = ({ settings }: Experiment): boolean => {
  const { order, adaptsInTraining } = algorithmOf(settings.algorithm);
  return order === 2 && adaptsInTraining;
};

const isNext = (place: StepPlace, line: Line): boolean => nextStep(place)?.line === line;

function taskOf({ trace }: StepPlace, index: number): Task | undefined {
  const [sample] = trace.steps;
  return sample?.line === 'sample' ? sample.tasks[index] : undefined;
}

export const stepPredictions = {
  /** Before φ_1 = φ_0 − α ∇L_s(φ_0): what will become of the very loss whose gradient it follows? */
  firstInnerStep: {
    page: 'step',
    answers: ['falls', 'rises'],
    applies: (place) => {
      const next = nextStep(place);
      return next?.line === 'inner-update' && next.inner === 0 && hasGivenExamples(place.experiment);
    },
    judge: (place) => {
      const next = nextStep(place);
      const task = next?.line === 'inner-update' ? taskOf(place, next.task) : undefined;
      if (next?.line !== 'inner-update' || task === undefined) return undefined;
      const [before, after] = [place.trace.before.theta, next.phi].map((at) => place.experiment.lossOn(at, task.support));
      return decided(before!, after!, ['falls', 'rises']);
    },
  },
  /** Before L_q(φ_k): is it below L_q(θ), on points that adaptation has not seen? */
  queryAfterAdapting: {
    page: 'step',
    answers: ['falls', 'rises'],
    applies: (place) =>
      isNext(place, 'query-loss') &&
      hasGivenExamples(place.experiment) &&
      algorithmOf(place.experiment.settings.algorithm).adaptsInTraining,
    judge: (place) => {
      const next = nextStep(place);
      const task = next?.line === 'query-loss' ? taskOf(place, next.task) : undefined;
      if (next?.line !== 'query-loss' || task === undefined) return undefined;
      return decided(place.experiment.lossOn(place.trace.before.theta, task.query), next.loss, ['falls', 'rises']);
    },
  },
  /** Before a task's meta-gradient is taken apart: which arrow is longer, ∇L_q(φ) or −αHv? */
  longerPart: {
    page: 'step',
    answers: ['first', 'second'],
    applies: (place) => isNext(place, 'accumulate') && hasSecondOrder(place.experiment),
    judge: (place) => {
      const next = nextStep(place);
      if (next?.line !== 'accumulate' || next.first === undefined || next.second === undefined) return undefined;
      return decided(norm(next.first), norm(next.second), ['first', 'second']);
    },
  },
  /** Before the tasks' mean: does the second-order part make the meta-gradient longer or shorter than FOMAML's? */
  secondOrderEffect: {
    page: 'step',
    answers: ['longer', 'shorter'],
    applies: (place) => isNext(place, 'meta-gradient') && hasSecondOrder(place.experiment),
    judge: (place) => {
      const next = nextStep(place);
      if (next?.line !== 'meta-gradient' || next.first === undefined) return undefined;
      return decided(norm(next.first), norm(next.sum), ['shorter', 'longer']);
    },
  },
} satisfies Record<string, StepKind>;
