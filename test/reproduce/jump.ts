/** Time travel in a finished run: from iteration 60,000 back to 137, timed, and the parameters compared with those of the first pass. */
import type { Experiment } from '../../src/core/maml/experiment';
import type { Numbers } from '../../src/core/maml/machine/machine';

export interface JumpFigures {
  readonly from: number;
  readonly to: number;
  /** Milliseconds until the whole trace of the iteration is there; median and longest of all repetitions. */
  readonly median: number;
  readonly longest: number;
  readonly equal: boolean;
}

const TIMES = 21;

/** Keeps θ before iteration `to`, as the first pass has it. */
export function rememberAt(to: number): { readonly visit: (experiment: Experiment) => void; readonly theta: () => Numbers | undefined } {
  let theta: Numbers | undefined;
  const visit = ({ run }: Experiment) => {
    if (theta === undefined && run.iterations === to) theta = run.learner.machine.read(run.learner.theta);
  };
  return { visit, theta: () => theta };
}

export function measureJump({ run }: Experiment, from: number, to: number, first: Numbers | undefined): JumpFigures {
  const times: number[] = [];
  let equal = first !== undefined;
  for (let i = 0; i < TIMES; i++) {
    run.trace(from - 1 - 10 * i);
    const start = performance.now();
    const trace = run.trace(to - i);
    times.push(performance.now() - start);
    if (i > 0) continue;
    equal &&= trace !== undefined && trace.before.theta.every((value, k) => Object.is(value, first?.[k]));
  }
  times.sort((a, b) => a - b);
  return { from, to, median: times[TIMES >> 1]!, longest: times.at(-1), equal };
}
