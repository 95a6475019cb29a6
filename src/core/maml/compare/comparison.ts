// Methods side by side: each is trained from the same seed and judged on the same unseen tasks, one after the other, in small pieces.
import { trainingCost, type TrainingCost } from '../cost';
import { evaluationTask, summary, type Evaluation } from '../evaluation';
import type { Experiment, UnseenTask } from '../experiment';
import type { Settings } from '../settings';
import { familyOf } from '../tasks/families';
import type { CurveScene } from '../tasks/scene';
import type { ImageBank } from '../tasks/imageBank';
import { oracle } from '../tasks/references';
import { knowsTheAnswer, methodSettings, type MethodId } from './methods';

/** Steps that each unseen task gets: as far as the paper's table goes. */
export const JUDGED_STEPS = 10;
/** Unseen tasks on which each method is judged; fewer where each has to be acted out (Finn et al. 2017 take 40 there). */
export const judgedTasks = ({ family }: Settings): number => (familyOf(family).acts === true ? 40 : 200);

export interface ComparePlan {
  /** Family, seed, K, iterations and the network; the algorithm is each method's own. */
  readonly settings: Settings;
  readonly methods: readonly MethodId[];
  /** What a learner brought, for the family that draws from it. */
  readonly images?: ImageBank | undefined;
}

/** Where a comparison is. */
export interface CompareProgress {
  readonly method: MethodId;
  readonly phase: 'training' | 'judging';
  /** Of this method, 0…1. */
  readonly share: number;
}

/** A task with a curve to draw, before and after adaptation. */
export interface DrawnTask extends Omit<CurveScene, 'kind'> {
  /** Query loss at φ_0, φ_1, …. */
  readonly losses: readonly number[];
}

/** What one method came to. */
export interface MethodResult {
  readonly method: MethodId;
  /** What it ran with. */
  readonly alpha: number;
  readonly innerSteps: number;
  /** Outer iterations trained. */
  readonly iterations: number;
  /** The iteration at which training blew up, if it did. */
  readonly divergedAt: number | null;
  readonly cost: TrainingCost;
  /** Milliseconds of work in training, pauses not counted. */
  readonly milliseconds: number;
  readonly loss: Evaluation['loss'];
  readonly score: Evaluation['score'];
  readonly tasks: number;
  /** How many of the tasks diverged while adapting; they are left out of the means. */
  readonly diverged: number;
  /** The first unseen task, where the family has a curve to draw. */
  readonly unseen: DrawnTask | null;
  /** Between which x its curves are drawn. */
  readonly domain: readonly [number, number] | null;
}

/** What a comparison needs from outside. */
export interface CompareMeans {
  readonly experimentFor: (settings: Settings) => Experiment;
  /** A clock in milliseconds. */
  readonly now: () => number;
  readonly onResult: (result: MethodResult) => void;
}

/** Runs the methods in the plan's order, pausing often; each result is handed over as soon as it is there. */
export function* compareMethods(plan: ComparePlan, means: CompareMeans): Generator<CompareProgress> {
  for (const method of plan.methods) means.onResult(knowsTheAnswer(method) ? answers(method, plan) : yield* runMethod(method, plan, means));
}

function* runMethod(method: MethodId, plan: ComparePlan, { experimentFor, now }: CompareMeans): Generator<CompareProgress, MethodResult> {
  const settings = methodSettings(method, plan.settings);
  const experiment = experimentFor(settings);
  const { run } = experiment;
  const [tasks, steps] = [judgedTasks(settings), JUDGED_STEPS];
  const training = experiment.train();
  let milliseconds = 0;
  for (;;) {
    const start = now();
    const next = training.next();
    milliseconds += now() - start;
    if (next.done === true) break;
    yield { method, phase: 'training', share: run.iterations / settings.iterations };
  }
  const theta = run.thetaAfter(run.iterations);
  const judging = experiment.evaluate(theta, tasks, steps);
  let judged = 0;
  let next = judging.next();
  for (; next.done !== true; next = judging.next()) yield { method, phase: 'judging', share: judged++ / (tasks * (steps + 1)) };
  const { loss, score, diverged } = next.value;
  const looking = experiment.lookingAt(theta, 0);
  let unseen = looking.next();
  for (; unseen.done !== true; unseen = looking.next()) yield { method, phase: 'judging', share: 1 };
  const { curve } = familyOf(settings.family);
  return {
    method,
    alpha: settings.alpha,
    innerSteps: settings.innerSteps,
    iterations: run.iterations,
    divergedAt: run.divergence?.iteration ?? null,
    cost: trainingCost(settings, run.iterations),
    milliseconds,
    loss,
    score,
    tasks,
    diverged: diverged.length,
    unseen: drawnTask(unseen.value),
    domain: curve?.domain ?? null,
  };
}

/** As precise as can be drawn: results are sent and kept. */
const drawn = (curve: readonly number[]): number[] => curve.map((y) => Number(y.toPrecision(4)));
function drawnTask({ scene, losses }: UnseenTask): DrawnTask | null {
  if (scene.kind !== 'curve') return null;
  const { truth, curves, support, query } = scene;
  return { truth: drawn(truth), curves: curves.map(drawn), support, query, losses };
}

/** The oracle: the loss of the true answer, before and after any number of steps. */
function answers(method: MethodId, { settings, images }: ComparePlan): MethodResult {
  const [tasks, steps] = [judgedTasks(settings), JUDGED_STEPS];
  const task = (index: number) => evaluationTask(settings, index, images);
  const results = Array.from({ length: tasks }, (_, index) => oracle(settings.family, task(index), settings.horizon));
  const level = (value: number): number[] => new Array<number>(steps + 1).fill(value);
  const { score } = familyOf(settings.family);
  return {
    method,
    alpha: 0,
    innerSteps: 0,
    iterations: 0,
    divergedAt: null,
    cost: { gradients: 0, hessianVectors: 0 },
    milliseconds: 0,
    loss: summary(results.map(({ loss }) => level(loss))),
    score: score === undefined ? null : { name: score.name, ...summary(results.map((result) => level(result.score ?? NaN))) },
    tasks,
    diverged: 0,
    unseen: null,
    domain: null,
  };
}
