// The outer loop: one iteration samples tasks, adapts to each, averages what they send and moves θ.
import { initialParameters } from '../initial';
import type { AdamSettings, Machine, Numbers, Vec } from '../machine/machine';
import { metaWork, type MetaWork } from '../machine/metaGradient';
import { modelLayout, type Model } from '../model';
import { PURPOSE, randomStream } from '../random';
import type { Settings } from '../settings';
import { familyOf } from '../tasks/families';
import type { ImageBank } from '../tasks/imageBank';
import type { Task } from '../tasks/task';
import { keepAdapted } from './adaptedLayers';
import { algorithmOf, trainingSteps, type Algorithm } from './algorithm';
import { TaskSets } from './taskSets';
import { taskSteps, type TaskPause } from './taskSteps';

/** All that an iteration depends on besides the seed: plain copies, so that any iteration can be run again. */
export interface LearnerState {
  readonly iteration: number;
  readonly theta: Numbers;
  readonly first: Numbers;
  readonly second: Numbers;
  readonly alpha: Numbers;
  readonly alphaFirst: Numbers;
  readonly alphaSecond: Numbers;
}

export type Pause =
  | { readonly line: 'sample'; readonly tasks: readonly Task[] }
  | (TaskPause & { readonly task: number })
  | { readonly line: 'accumulate'; readonly task: number; readonly loss: number }
  | { readonly line: 'meta-gradient'; readonly metaLoss: number }
  | { readonly line: 'outer-update'; readonly metaLoss: number };

const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** The losses and the mean meta-gradient of a whole batch of tasks in one call: TensorFlow.js with the fused kernel offers this. */
export type BatchMetaGradient = (
  theta: Numbers,
  alpha: Numbers,
  tasks: readonly Task[],
  options: { readonly innerSteps: number; readonly order: 1 | 2 },
) => { readonly losses: ArrayLike<number>; readonly gradient: ArrayLike<number> };

/** A meta-learner on one machine: state in vectors, one iteration at a time. */
export class Learner {
  readonly machine: Machine;
  readonly settings: Settings;
  /** What a learner brought, for the family that draws from it. */
  readonly images: ImageBank | undefined;
  readonly work: MetaWork;
  readonly theta: Vec;
  readonly alpha: Vec;
  /** (1/T) Σ_i of what the tasks sent. */
  readonly metaGradient: Vec;
  /** (1/T) Σ_i ∇L_q(φ_i), the first-order part. */
  readonly firstOrder: Vec;
  /** L_q(φ_i) of each task of the latest iteration. */
  readonly taskLosses: Float64Array;
  #iteration = 0;
  readonly #model: Model;
  readonly #algorithm: Algorithm;
  readonly #moments: { first: Vec; second: Vec; alphaFirst: Vec; alphaSecond: Vec; alphaGradient: Vec };
  readonly #sets: TaskSets;

  constructor(machine: Machine, settings: Settings, images?: ImageBank) {
    const family = familyOf(settings.family);
    const model = family.model(settings);
    this.machine = machine;
    this.settings = settings;
    this.#model = model;
    this.images = images;
    this.#algorithm = algorithmOf(settings.algorithm);
    this.work = metaWork(machine, settings.innerSteps, family.rows(settings).support);
    this.theta = machine.vector();
    this.alpha = machine.vector();
    this.metaGradient = machine.vector();
    this.firstOrder = machine.vector();
    this.taskLosses = new Float64Array(settings.metaBatch);
    const vector = () => machine.vector();
    this.#moments = { first: vector(), second: vector(), alphaFirst: vector(), alphaSecond: vector(), alphaGradient: vector() };
    this.#sets = new TaskSets(machine, settings, settings.innerSteps);
    machine.write(this.theta, initialParameters(model, settings));
    const alpha = new Float64Array(modelLayout(model).parameterCount).fill(settings.alpha);
    machine.write(this.alpha, keepAdapted(alpha, model, this.#algorithm));
  }

  /** Outer iterations done so far. */
  get iteration(): number {
    return this.#iteration;
  }

  state(): LearnerState {
    const { machine } = this;
    const { first, second, alphaFirst, alphaSecond } = this.#moments;
    const learned = (vec: Vec) => (this.#algorithm.learnsAlpha ? machine.read(vec) : new Float32Array(0));
    return {
      iteration: this.#iteration,
      theta: machine.read(this.theta),
      first: machine.read(first),
      second: machine.read(second),
      alpha: learned(this.alpha),
      alphaFirst: learned(alphaFirst),
      alphaSecond: learned(alphaSecond),
    };
  }

  restore(state: LearnerState): void {
    const { machine } = this;
    const { first, second, alphaFirst, alphaSecond } = this.#moments;
    this.#iteration = state.iteration;
    machine.write(this.theta, state.theta);
    machine.write(first, state.first);
    machine.write(second, state.second);
    if (!this.#algorithm.learnsAlpha) return;
    machine.write(this.alpha, state.alpha);
    machine.write(alphaFirst, state.alphaFirst);
    machine.write(alphaSecond, state.alphaSecond);
  }

  /** The tasks of iteration `iteration`: a pure function of the seed. */
  tasksOf(iteration: number): Task[] {
    const random = randomStream(this.settings.seed, PURPOSE.train, iteration);
    const family = familyOf(this.settings.family);
    return Array.from({ length: this.settings.metaBatch }, () => family.sample(this.settings, random, 'train', this.images));
  }

  /** g_j of the task at hand as the listing takes it: by the parameters that adapt. */
  supportGradient(inner: number): Numbers {
    return keepAdapted(this.machine.read(this.work.supportGradient[inner]!), this.#model, this.#algorithm);
  }

  /** One outer iteration, pausing after each line; returns the meta-loss (1/T) Σ_i L_q(φ_i). */
  *iterate(): Generator<Pause, number> {
    const { machine, work, settings, metaGradient, firstOrder } = this;
    const { learnsAlpha } = this.#algorithm;
    const { alphaGradient } = this.#moments;
    const tasks = this.tasksOf(this.#iteration);
    const share = 1 / tasks.length;
    for (const vec of [metaGradient, firstOrder, alphaGradient]) machine.fill(vec, 0);
    yield { line: 'sample', tasks };
    let metaLoss = 0;
    for (const [index, task] of tasks.entries()) {
      this.#sets.take(task);
      const pauses = taskSteps({
        machine,
        work,
        theta: this.theta,
        alpha: this.alpha,
        sets: this.#sets,
        steps: trainingSteps(settings),
        algorithm: this.#algorithm,
        ...(learnsAlpha ? { alphaGradient } : {}),
      });
      let next = pauses.next();
      for (; next.done !== true; next = pauses.next()) yield { ...next.value, task: index };
      metaLoss += next.value / tasks.length;
      this.taskLosses[index] = next.value;
      machine.addScaled(metaGradient, share, work.meta);
      machine.addScaled(firstOrder, share, work.queryGradient);
      yield { line: 'accumulate', task: index, loss: next.value };
    }
    yield { line: 'meta-gradient', metaLoss };
    this.#outerUpdate(share);
    yield { line: 'outer-update', metaLoss };
    return metaLoss;
  }

  /** Whether `iterateWith` can take the place of `iterate`: a plain mean of query gradients, with a fixed α, on given examples. */
  get sendsPlainGradients(): boolean {
    const { sends, learnsAlpha } = this.#algorithm;
    return sends === 'queryGradient' && !learnsAlpha && familyOf(this.settings.family).acts !== true;
  }

  /** One outer iteration without pauses, byte-equal to `iterate`: the batch's meta-gradient comes from elsewhere. */
  iterateWith(metaGradient: BatchMetaGradient): number {
    const { machine, settings } = this;
    const tasks = this.tasksOf(this.#iteration);
    const innerSteps = trainingSteps(settings);
    const { losses, gradient } = metaGradient(machine.read(this.theta), machine.read(this.alpha), tasks, {
      innerSteps,
      order: this.#algorithm.order,
    });
    machine.write(this.metaGradient, gradient);
    let metaLoss = 0;
    for (let i = 0; i < losses.length; i++) metaLoss += losses[i]! / tasks.length;
    this.taskLosses.set(losses);
    this.#outerUpdate(1 / tasks.length);
    return metaLoss;
  }

  /** θ ← θ − β · Adam(meta-gradient), or plain gradient descent; Meta-SGD's α likewise. */
  #outerUpdate(share: number): void {
    const { machine, settings } = this;
    const { first, second, alphaFirst, alphaSecond, alphaGradient } = this.#moments;
    this.#iteration++;
    const move = (vec: Vec, gradient: Vec, m: Vec, v: Vec) => {
      const adam: AdamSettings = { rate: settings.beta, ...ADAM };
      if (settings.outer === 'adam') machine.adamStep(vec, m, v, gradient, this.#iteration, adam);
      else machine.sgdStep(vec, gradient, settings.beta);
    };
    move(this.theta, this.metaGradient, first, second);
    if (!this.#algorithm.learnsAlpha) return;
    machine.fill(this.work.scaled, 0);
    machine.addScaled(this.work.scaled, share, alphaGradient);
    move(this.alpha, this.work.scaled, alphaFirst, alphaSecond);
  }
}
