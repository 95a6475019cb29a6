// Questions on the page of the result: about what it does not show, computed on the very tasks that it was judged on.
import { algorithmOf } from '../algorithms/algorithm';
import { EVALUATION, type Experiment } from '../experiment';
import { decided, type ResultKind } from './predictionKind';

/** Unseen tasks that a judge looks at: half of those of the result, so that an answer comes at once. */
const TASKS = EVALUATION.tasks / 2;
/** Far more steps than training or evaluation take. */
const MANY_STEPS = 20;

/** A learned α would be another one at another place in the run, which these questions are not about. */
const hasFixedRate = ({ settings }: Experiment): boolean => !algorithmOf(settings.algorithm).learnsAlpha;

export const resultPredictions = {
  /** After one step on unseen tasks: is the error lower from the trained θ or from the random one it began with? */
  fasterStart: {
    page: 'result',
    answers: ['trained', 'random'],
    applies: (experiment) => experiment.run.first === 0 && experiment.run.iterations > 0 && hasFixedRate(experiment),
    *judge(experiment) {
      const { run } = experiment;
      const random = run.thetaAfter(0);
      const trained = run.thetaAfter(run.iterations);
      const losses = [];
      for (const theta of [random, trained]) losses.push((yield* experiment.evaluate(theta, TASKS, 1)).loss.mean[1] ?? NaN);
      return decided(losses[0]!, losses[1]!, ['trained', 'random'], [losses[1]!, losses[0]!]);
    },
  },
  /** Many more steps than were trained for: does the error go on falling from where the result's table ends? */
  moreSteps: {
    page: 'result',
    answers: ['falls', 'rises'],
    applies: (experiment) => experiment.run.iterations > 0 && hasFixedRate(experiment),
    *judge(experiment) {
      const { run } = experiment;
      const { loss } = yield* experiment.evaluate(run.thetaAfter(run.iterations), TASKS, MANY_STEPS);
      const [few, many] = [loss.mean[EVALUATION.steps] ?? NaN, loss.mean[MANY_STEPS] ?? NaN];
      return decided(few, many, ['falls', 'rises'], [EVALUATION.steps, few, MANY_STEPS, many]);
    },
  },
} satisfies Record<string, ResultKind>;
