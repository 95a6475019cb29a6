// The few numbers shown beside the lines of the listing: what each line has computed so far, rounded.
import type { Line } from '../trace/step';
import { difference, norm } from '../vectors';
import type { Moment } from './moment';
import { rough } from './values';

const length = (numbers: Parameters<typeof norm>[0] | undefined) => (numbers === undefined ? undefined : rough(norm(numbers)));
const loss = (value: number | undefined) => (value === undefined ? undefined : rough(value));
const shown = (name: string, value: string | undefined) => (value === undefined ? undefined : `${name} = ${value}`);

/** What stands beside a line; undefined while it has nothing to say. */
const rows: Readonly<Record<Line, (moment: Moment) => string | undefined>> = {
  sample: ({ tasks }) => (tasks.length === 0 ? undefined : `T = ${tasks.length}`),
  task: ({ next }) => (next?.task === undefined ? undefined : shown('task', String(next.task + 1))),
  'support-gradient': ({ focus }) => {
    const [value, gradient] = [loss(focus?.supportLoss.at(-1)), length(focus?.gradients.at(-1))];
    return value === undefined ? undefined : `loss = ${value}, ‖g‖ = ${gradient ?? ''}`;
  },
  'inner-update': ({ focus, theta }) =>
    focus === undefined || focus.phi.length < 2
      ? undefined
      : shown('‖φ − θ‖', length(difference(focus.phi.at(-1)!, focus.phi[0] ?? theta))),
  'query-loss': ({ focus }) => shown('loss', loss(focus?.queryLoss)),
  'second-order': ({ focus }) =>
    focus?.queryGradient === undefined || focus.v === focus.queryGradient ? undefined : shown('‖v‖', length(focus.v)),
  displacement: ({ focus }) =>
    focus?.queryGradient === undefined || focus.v === focus.queryGradient ? undefined : shown('‖v‖', length(focus.v)),
  accumulate: ({ progress }) => {
    const done = progress.filter(({ sent }) => sent !== undefined).length;
    return done === 0 ? undefined : shown('len(grads)', String(done));
  },
  'meta-gradient': ({ meta, metaLoss }) =>
    meta === undefined || metaLoss === undefined ? undefined : `loss = ${rough(metaLoss)}, ‖meta_grad‖ = ${rough(norm(meta.sum))}`,
  'outer-update': ({ theta }) => shown('‖θ‖', length(theta)),
};

/** What stands beside the line of a label at a moment. */
export const inlineValue = (label: Line, moment: Moment): string | undefined => rows[label](moment);
