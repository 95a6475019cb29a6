// The names that a watch may use: those of the listing, and a few that make its hidden values visible. A new one is one row.
import { algorithmOf, trainingSteps, type Algorithm, type AlgorithmId } from '../algorithms/algorithm';
import type { Numbers } from '../machine/machine';
import type { Line, SplitGradient } from '../trace/step';
import type { Moment, TaskMoment } from './moment';
import { list, number, text, type Entry, type Value } from './values';

export interface NameRow {
  readonly of: (moment: Moment) => Value;
  /** Where only some algorithms have it. */
  readonly exists?: (algorithm: Algorithm) => boolean;
  /** Set through the variables view while stopped. */
  readonly settable?: 'alpha' | 'beta' | 'innerSteps';
}

const absent = (line: Line): Value => ({ kind: 'absent', line });
const orAbsent = (value: number | undefined, line: Line): Value => (value === undefined ? absent(line) : number(value));
const parameters = ({ layout }: Moment, numbers: Numbers): Value => ({ kind: 'parameters', numbers, layout });
const vector = (moment: Moment, numbers: Numbers | undefined, line: Line): Value =>
  numbers === undefined ? absent(line) : parameters(moment, numbers);

/** A name that exists once a task is in focus. */
const focused =
  (line: Line, of: (focus: TaskMoment, moment: Moment) => Value): NameRow['of'] =>
  (moment) =>
    moment.focus === undefined ? absent(line) : of(moment.focus, moment);

const part =
  (name: keyof SplitGradient): NameRow['of'] =>
  (moment) =>
    vector(moment, moment.meta?.[name], 'meta-gradient');

/** A displacement is no gradient with a first and a second order. */
const hasParts = ({ sends }: Algorithm): boolean => sends === 'queryGradient';
const adapts = ({ adaptsInTraining }: Algorithm): boolean => adaptsInTraining;

const taskRecord = ({ parameters: named, support, query }: Moment['tasks'][number]): Value => ({
  kind: 'record',
  entries: [
    ...Object.entries(named).map(([name, value]): Entry => [name, number(value)]),
    ...(support.rows > 0 ? [['support', { kind: 'examples', rows: support }] as const] : []),
    ...(query.rows > 0 ? [['query', { kind: 'examples', rows: query }] as const] : []),
  ],
});

const rows: Readonly<Record<string, NameRow>> = {
  // Where: `it` and `j` count from 0 as in the listing, iteration, task and step from 1 as in the call stack and the lab.
  it: { of: ({ iteration }) => number(iteration) },
  iteration: { of: ({ iteration }) => number(iteration + 1) },
  task: { of: ({ next }) => (next?.task === undefined ? absent('task') : number(next.task + 1)) },
  j: { of: ({ next }) => (next?.inner === undefined ? absent('support-gradient') : number(next.inner)) },
  step: { of: ({ next }) => (next?.inner === undefined ? absent('support-gradient') : number(next.inner + 1)) },
  // Hyper-parameters, in the words of the settings and in the listing's.
  alpha: { of: ({ settings }) => number(settings.alpha), settable: 'alpha' },
  beta: { of: ({ settings }) => number(settings.beta), settable: 'beta' },
  innerSteps: { of: ({ settings }) => number(settings.innerSteps), settable: 'innerSteps' },
  k: { of: ({ settings }) => number(settings.innerSteps), settable: 'innerSteps' },
  metaBatch: { of: ({ settings }) => number(settings.metaBatch) },
  T: { of: ({ settings }) => number(settings.metaBatch) },
  iterations: { of: ({ iterations }) => number(iterations) },
  shots: { of: ({ settings }) => number(settings.shots) },
  queryShots: { of: ({ settings }) => number(settings.queryShots) },
  seed: { of: ({ settings }) => number(settings.seed) },
  family: { of: ({ settings }) => text(settings.family) },
  algorithm: { of: ({ settings }) => text(settings.algorithm) },
  outer: { of: ({ settings }) => text(settings.outer) },
  // Parameters.
  theta: { of: (moment) => parameters(moment, moment.theta) },
  phi: {
    of: focused('task', ({ phi }, moment) => {
      const steps = phi.map((at) => parameters(moment, at));
      return { kind: 'parameters', numbers: phi.at(-1)!, layout: moment.layout, steps };
    }),
  },
  alpha_vec: { of: (moment) => (moment.alpha === undefined ? number(moment.settings.alpha) : parameters(moment, moment.alpha)) },
  // The task at hand.
  tasks: { of: ({ tasks }) => (tasks.length === 0 ? absent('sample') : list(tasks.map(taskRecord))) },
  support: { of: focused('task', ({ task }) => ({ kind: 'examples', rows: task.support })) },
  query: { of: focused('task', ({ task }) => ({ kind: 'examples', rows: task.query })) },
  // Gradients of the task at hand.
  g: { of: focused('support-gradient', ({ gradients }, moment) => vector(moment, gradients.at(-1), 'support-gradient')), exists: adapts },
  v: { of: focused('query-loss', ({ v }, moment) => vector(moment, v, 'query-loss')) },
  queryGradient: { of: focused('query-loss', ({ queryGradient }, moment) => vector(moment, queryGradient, 'query-loss')) },
  // Losses.
  loss: { of: ({ loss, settings }) => orAbsent(loss, trainingSteps(settings) === 0 ? 'query-loss' : 'support-gradient') },
  supportLoss: { of: focused('support-gradient', ({ supportLoss }) => orAbsent(supportLoss.at(-1), 'support-gradient')), exists: adapts },
  queryLoss: { of: focused('query-loss', ({ queryLoss }) => orAbsent(queryLoss, 'query-loss')) },
  supportLosses: { of: ({ progress }) => list(progress.map(({ supportLoss }) => list(supportLoss.map(number)))) },
  queryLosses: { of: ({ progress }) => list(progress.map(({ queryLoss }) => orAbsent(queryLoss, 'query-loss'))) },
  metaLoss: { of: ({ metaLoss }) => orAbsent(metaLoss, 'meta-gradient') },
  // The meta-gradient: of each task, and their mean taken apart.
  grads: { of: (moment) => list(moment.progress.flatMap(({ sent }) => (sent === undefined ? [] : [parameters(moment, sent.sum)]))) },
  meta_grad: { of: part('sum') },
  metaGrad: { of: part('sum') },
  firstOrder: { of: part('first'), exists: hasParts },
  secondOrder: { of: part('second'), exists: hasParts },
  // The outer optimiser.
  updates: { of: ({ optimiser }) => number(optimiser.updates) },
  adamFirst: { of: (moment) => parameters(moment, moment.optimiser.first) },
  adamSecond: { of: (moment) => parameters(moment, moment.optimiser.second) },
};

/** The names that there are in an algorithm. */
export const namesOf = (algorithm: AlgorithmId): string[] =>
  Object.keys(rows).filter((name) => rows[name]!.exists?.(algorithmOf(algorithm)) !== false);

/** What the variables view may change, by name. */
export const settableName = (name: string): NameRow['settable'] => (Object.hasOwn(rows, name) ? rows[name]!.settable : undefined);

/**
 * The value of a name; undefined when there is no such name in the algorithm.
 *
 * `g1`, `g2`, … are the gradients of the task at hand in the notation of Nichol et al. 2018: of the support set at φ_0, φ_1, …, and last of
 * the query set. `phi0`, `phi1`, … are φ_0 = θ, φ_1, ….
 */
export function valueOf(name: string, moment: Moment): Value | undefined {
  const { settings, focus } = moment;
  if (Object.hasOwn(rows, name)) {
    const { of, exists } = rows[name]!;
    return exists?.(algorithmOf(settings.algorithm)) === false ? undefined : of(moment);
  }
  const numbered = /^(g|phi)(\d{1,3})$/.exec(name);
  if (numbered === null) return undefined;
  const steps = trainingSteps(settings);
  const [first, last] = numbered[1] === 'g' ? [1, steps + 1] : [0, steps];
  const index = Number(numbered[2]);
  if (index < first || index > last) return undefined;
  if (numbered[1] === 'phi') return vector(moment, focus?.phi[index], index === 0 ? 'task' : 'inner-update');
  return index <= steps
    ? vector(moment, focus?.gradients[index - 1], 'support-gradient')
    : vector(moment, focus?.queryGradient, 'query-loss');
}
