// `node esbuild.js --run test/bench/stepSpeed.ts`: processor time of the host for one step, one jump and one slice of the parameter plane.
import fs from 'node:fs/promises';
import { Experiment } from '../../src/core/maml/experiment';
import { compileKernel } from '../../src/core/maml/machine/kernelModule';
import { createMachine } from '../../src/core/maml/model';
import { iterationPlane, parameterPlane } from '../../src/core/maml/plane/parameterPlane';
import { decodeSettings } from '../../src/core/maml/settings';
import { familyOf } from '../../src/core/maml/tasks/families';
import { pictureAt } from '../../src/core/maml/trace/picture';

const RUNS = [
  { family: 'sinusoid', iterations: 300 },
  { family: 'symbols', iterations: 60 },
  { family: 'navigation', iterations: 10 },
  { family: 'bowls', iterations: 100 },
];

/** Processor time in milliseconds, which other programs on the machine do not lengthen. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const told = (times: number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(2);
  return `median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, longest ${at(1)} ms (${sorted.length})`;
};

const kernel = await compileKernel(await fs.readFile('dist/maml-kernel.wasm'));
for (const given of RUNS) {
  const settings = decodeSettings(given);
  const experiment = new Experiment(settings, createMachine(familyOf(settings.family).model(settings), kernel));
  const training = experiment.train();
  while (training.next().done !== true);
  const { run } = experiment;
  const pictures: number[] = [];
  const jumps: number[] = [];
  let bytes = 0;
  for (let iteration = run.iterations - 3; iteration < run.iterations; iteration++) {
    jumps.push(spent(() => void run.trace(iteration)));
    const trace = run.trace(iteration)!;
    const n = trace.steps.length;
    for (let count = 1; count <= n; count++) {
      pictures.push(spent(() => (bytes = Math.max(bytes, JSON.stringify(pictureAt(experiment, trace, iteration * n + count, n)).length))));
    }
  }
  const trace = run.trace(run.iterations - 1)!;
  const slices: number[] = [];
  const basis = iterationPlane(trace);
  let found = basis.next();
  for (; found.done !== true; found = basis.next());
  const grid = found.value === undefined ? undefined : parameterPlane(experiment, trace.iteration, found.value, 0);
  const whole = spent(() => {
    for (let done = grid === undefined; !done;) slices.push(spent(() => (done = grid!.next().done === true)));
  });
  console.log(`${settings.family}
  picture  ${told(pictures)}, up to ${(bytes / 1024).toFixed(0)} kB
  trace    ${told(jumps)}
  plane    ${whole.toFixed(0)} ms in ${slices.length} pieces: ${told(slices)}`);
}
