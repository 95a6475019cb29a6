// The exported PyTorch scripts: all of them compile, compute the very gradients that the lab computes, and learn as well as it does.
import assert from 'node:assert/strict';
import { ALGORITHM_IDS, type AlgorithmId } from '../../../src/core/maml/algorithms/algorithm';
import { Adapter } from '../../../src/core/maml/evaluation';
import { hasPythonScript, pythonFileName, pythonScript } from '../../../src/core/maml/export/pythonScript';
import type { ExampleRows } from '../../../src/core/maml/machine/machine';
import { modelLayout } from '../../../src/core/maml/model';
import { decodeSettings } from '../../../src/core/maml/settings';
import { familyOf } from '../../../src/core/maml/tasks/families';
import { FAMILY_IDS } from '../../../src/core/maml/tasks/familyId';
import { drain } from '../../../src/core/pieces';
import { float64Experiment, kernelExperiment } from './experiments';
import { compareOn, compileScripts, findPython, findTorch, runScript, withScripts } from './python';

const withScript = FAMILY_IDS.filter(hasPythonScript);
/** Chance cannot be shared between two programs, so trajectories are compared by what is learned from them, not number by number. */
const GIVEN = ['sinusoid', 'symbols', 'bowls'] as const;
const python = findPython();
const torch = findTorch();

interface Answer {
  readonly loss: number;
  readonly gradient: readonly number[];
  readonly losses: readonly number[];
}

const plain = ({ rows, x, y }: ExampleRows) => ({ rows, x: Array.from(x), y: Array.from(y) });

function closeTo(actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  assert.equal(actual.length, expected.length, what);
  const size = Math.max(1e-3, ...Array.from(expected, Math.abs));
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i]! - expected[i]!) / size;
    assert.ok(error < 1e-9, `${what}, entry ${i}: ${actual[i]} instead of ${expected[i]}`);
  }
}

/** A small experiment before its first iteration: what a script is given, and what the lab itself computes from that. */
function caseOf(family: (typeof GIVEN)[number], algorithm: AlgorithmId) {
  const network = family === 'bowls' ? {} : { hidden: [5, 4], activation: 'tanh' };
  const { experiment, machine, settings } = float64Experiment({ family, algorithm, innerSteps: 2, metaBatch: 2, ...network });
  const { steps, before } = experiment.run.trace(0)!;
  const tasks = experiment.run.learner.tasksOf(0);
  const parameters = modelLayout(familyOf(family).model(settings)).tensors.map(({ offset, size, shape }) => ({
    shape,
    values: Array.from(before.theta.slice(offset, offset + size)),
  }));
  experiment.run.rewind(0);
  const adapter = new Adapter(machine, settings);
  const { theta, alpha } = experiment.run.learner;
  return {
    settings,
    given: { family, algorithm, parameters, tasks: tasks.map(({ support, query }) => ({ support: plain(support), query: plain(query) })) },
    sent: steps.filter((step) => step.line === 'accumulate'),
    adapted: tasks.map((task) => adapter.adapt(theta, alpha, task, 2).losses),
  };
}

describe('the exported script', () => {
  it('exists for every family but a learner’s own images', () => {
    assert.deepEqual(withScript, ['sinusoid', 'symbols', 'navigation', 'bowls']);
    assert.equal(pythonScript(decodeSettings({ family: 'images' })), undefined);
  });

  it('carries the settings of the experiment', () => {
    const text = pythonScript(decodeSettings({ alpha: 0.02, hidden: [8], seed: 7, activation: 'tanh', outer: 'sgd' }))!;
    for (const part of ['ALPHA = 0.02 ', 'SEED = 7 ', 'SIZES = [1, 8, 1] ', 'torch.tanh(x)', 'torch.optim.SGD(learned, lr=BETA)'])
      assert.ok(text.includes(part), part);
    assert.doesNotMatch(text, /undefined|NaN|\[object/);
  });

  it('collects as many trajectories for each set as the experiment does', () => {
    const text = pythonScript(decodeSettings({ family: 'navigation', shots: 4, queryShots: 2 }))!;
    for (const part of ['K = 4 ', 'K_QUERY = 2 ', 'collect(phi, goal, K)', 'collect(phi, goal, K_QUERY)'])
      assert.ok(text.includes(part), part);
  });

  it('explains in Japanese: nearly every line that computes has a comment or a docstring', () => {
    for (const family of withScript) {
      const text = pythonScript(decodeSettings({ family }))!;
      const code = text.split('\n').filter((line) => /^\s+\S/.test(line));
      const said = code.filter((line) => /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(line));
      assert.ok(said.length >= 0.9 * code.length, `${family}: ${said.length} of ${code.length} lines`);
    }
  });

  it('compiles for every family and algorithm', function () {
    if (python === undefined) return this.skip();
    const all = withScript.flatMap((family) => ALGORITHM_IDS.map((algorithm) => decodeSettings({ family, algorithm })));
    const variants = [
      decodeSettings({ init: 'truncatedNormal', hidden: [] }),
      decodeSettings({ family: 'bowls', dimension: 1, outer: 'adam' }),
    ];
    const scripts = Object.fromEntries(
      [...all, ...variants].map((settings, i) => [`${i}_${pythonFileName(settings)}`, pythonScript(settings)!]),
    );
    withScripts(scripts, (pathOf) => compileScripts(python, Object.keys(scripts).map(pathOf)));
  });

  it('computes the lab’s own numbers from the same θ and tasks, whatever the family and the algorithm', function () {
    if (torch === undefined) return this.skip();
    this.timeout(120_000);
    const pairs = GIVEN.flatMap((family) => ALGORITHM_IDS.map((algorithm) => caseOf(family, algorithm)));
    const scripts = Object.fromEntries(pairs.map(({ settings }) => [pythonFileName(settings), pythonScript(settings)!]));
    const answers = withScripts(scripts, (pathOf) =>
      compareOn(
        torch,
        pairs.map(({ settings, given }) => ({ ...given, script: pathOf(pythonFileName(settings)) })),
      ),
    ) as Answer[][];
    for (const [p, { settings, sent, adapted }] of pairs.entries()) {
      const name = pythonFileName(settings);
      assert.equal(answers[p]!.length, 2);
      for (const [i, { loss, gradient, losses }] of answers[p]!.entries()) {
        closeTo([loss], [sent[i]!.loss], `${name}: query loss`);
        closeTo(gradient, sent[i]!.sum, `${name}: what task ${i + 1} sends`);
        closeTo(losses, adapted[i]!, `${name}: adaptation to task ${i + 1}`);
      }
    }
  });

  const SHORT = [
    { family: 'sinusoid', algorithm: 'maml', iterations: 400, metaBatch: 10, tasks: 300 },
    { family: 'bowls', algorithm: 'maml', iterations: 100, beta: 0.02, tasks: 500 },
  ] as const;
  for (const { tasks, ...given } of SHORT) {
    it(`learns as well as the lab within the two 95 % intervals: ${given.algorithm} on ${given.family} (figures printed)`, async function () {
      if (torch === undefined) return this.skip();
      this.timeout(240_000);
      const experiment = await kernelExperiment(given);
      drain(experiment.train());
      const { loss } = drain(experiment.evaluate(experiment.run.thetaAfter(given.iterations), tasks));
      const name = pythonFileName(experiment.settings);
      const printed = withScripts({ [name]: pythonScript(experiment.settings)! }, (pathOf) =>
        runScript(torch, pathOf(name), ['--tasks', String(tasks)]),
      );
      assert.equal(printed.mean.length, loss.mean.length);
      loss.mean.forEach((mean, step) => {
        const [theirs, width] = [printed.mean[step]!, loss.halfWidth[step]! + printed.halfWidth[step]!];
        console.log(`      ${step} steps: lab ${mean.toFixed(3)}, script ${theirs.toFixed(3)}, intervals together ±${width.toFixed(3)}`);
        assert.ok(Math.abs(mean - theirs) <= width, `after ${step} steps: ${theirs} instead of ${mean} ± ${width}`);
      });
    });
  }
});
