// Methods side by side: same seed, same result; costs counted exactly; each judged on the same tasks; the paper set beside ours.
import assert from 'node:assert/strict';
import { compareMethods, JUDGED_STEPS, type MethodResult } from '../../../src/core/maml/compare/comparison';
import { METHOD_IDS, methodSettings, type MethodId } from '../../../src/core/maml/compare/methods';
import { FINN_TABLE_2, publishedLoss, publishedSettings } from '../../../src/core/maml/compare/published';
import { ALGORITHM_IDS } from '../../../src/core/maml/algorithms/algorithm';
import { checkedSettings } from '../../../src/core/maml/checkedSettings';
import { trainingCost } from '../../../src/core/maml/cost';
import { Experiment } from '../../../src/core/maml/experiment';
import type { Machine } from '../../../src/core/maml/machine/machine';
import { createMachine } from '../../../src/core/maml/model';
import { FAILING_PRESETS, PRESET_IDS, PRESETS } from '../../../src/core/maml/presets';
import { decodeSettings, type Settings } from '../../../src/core/maml/settings';
import { familyOf } from '../../../src/core/maml/tasks/families';
import { drain } from '../../../src/core/pieces';
import { SMALL } from './experiments';

const experimentFor = (settings: Settings) => new Experiment(settings, createMachine(familyOf(settings.family).model(settings), undefined));

/** A clock that ticks once whenever it is asked. */
function ticking(): () => number {
  let ticks = 0;
  return () => ticks++;
}

function compared(given: object, methods: readonly MethodId[], make = experimentFor) {
  const results: MethodResult[] = [];
  const work = compareMethods(
    { settings: decodeSettings(given), methods },
    { experimentFor: make, now: ticking(), onResult: (result) => results.push(result) },
  );
  const pauses = [...work];
  return { results, pauses };
}

/** The same machine, with its gradients and Hessian-vector products counted. */
function counting(machine: Machine) {
  const counts = { gradients: 0, hessianVectors: 0 };
  const counted: Machine = new Proxy(machine, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (name === 'gradient') counts.gradients++;
        if (name === 'hessianVector') counts.hessianVectors++;
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
  return { counted, counts };
}

describe('a comparison of methods', () => {
  const tiny = { ...SMALL, iterations: 4 };

  it('gives the same figures from the same seed, and others from another', () => {
    const run = (seed: number) => compared({ ...tiny, seed }, ['maml', 'pretrain']).results;
    assert.deepEqual(run(3), run(3));
    assert.notDeepEqual(run(3)[0]!.loss, run(4)[0]!.loss);
  });

  it('runs every method in order and pauses many times in each', () => {
    const { results, pauses } = compared(tiny, METHOD_IDS);
    assert.deepEqual(
      results.map(({ method }) => method),
      METHOD_IDS,
    );
    for (const method of METHOD_IDS.filter((id) => id !== 'oracle'))
      assert.ok(pauses.filter((pause) => pause.method === method).length > 200 * JUDGED_STEPS, method);
    assert.ok(pauses.every(({ share }) => share >= 0 && share <= 1));
  });

  it('judges all on the same tasks, with an interval and a median after 0…10 steps', () => {
    const { results } = compared({ family: 'bowls', iterations: 20 }, ['maml', 'pretrain', 'random', 'oracle']);
    for (const { loss, method } of results) {
      assert.deepEqual([loss.mean.length, loss.halfWidth.length, loss.median.length], [11, 11, 11], method);
      if (method === 'oracle') assert.deepEqual(new Set(loss.mean), new Set([0]));
      else assert.ok(loss.mean[10]! < loss.mean[0]! && loss.halfWidth[0]! > 0, method);
    }
    const [maml, , random] = results;
    assert.ok(maml!.loss.mean[1]! < random!.loss.mean[1]!, 'training helps');
  });

  for (const algorithm of ALGORITHM_IDS) {
    it(`counts the gradients and products of ${algorithm} exactly`, () => {
      const settings = decodeSettings({ ...tiny, algorithm, innerSteps: 3 });
      const { counted, counts } = counting(createMachine(familyOf('sinusoid').model(settings), undefined));
      drain(new Experiment(settings, counted).train());
      assert.deepEqual(trainingCost(settings, settings.iterations), counts);
    });
  }

  it('times the training alone, by the clock that it is given', () => {
    const { results } = compared(tiny, ['maml', 'random']);
    const [maml, random] = results;
    assert.ok(maml!.milliseconds > tiny.iterations, 'one tick for each piece of training');
    assert.equal(random!.milliseconds, 1);
    assert.deepEqual(random!.cost, { gradients: 0, hessianVectors: 0 });
  });

  it('goes on when a method diverges, and says where', () => {
    const { results } = compared({ family: 'bowls', iterations: 60 }, ['metaSgd', 'maml']);
    assert.equal(results[0]!.divergedAt, results[0]!.iterations);
    assert.equal(results[0]!.diverged, results[0]!.tasks);
    assert.equal(results[1]!.divergedAt, null);
  });

  it('gives Reptile the inner steps that set it apart from pretraining', () => {
    const settings = decodeSettings({});
    assert.equal(methodSettings('reptile', settings).innerSteps, 5);
    assert.equal(methodSettings('maml', settings).innerSteps, 1);
  });
});

describe('the published figures', () => {
  it('are comparable with the faithful preset alone', () => {
    const differing = (given: object) =>
      publishedSettings(decodeSettings(given))
        .filter(({ same }) => !same)
        .map(({ key }) => key);
    assert.deepEqual(differing(PRESETS.faithful), []);
    assert.deepEqual(differing(PRESETS.fast), ['shots', 'queryShots', 'alpha', 'init', 'iterations']);
  });

  it('are those of Table 2', () => {
    assert.deepEqual([publishedLoss('maml', 0), publishedLoss('pretrain', 2), publishedLoss('anil', 0)], [0.67, 2.19, undefined]);
    assert.deepEqual(FINN_TABLE_2.steps, [1, 5, 10]);
  });
});

describe('presets', () => {
  for (const id of PRESET_IDS)
    it(`${id} is allowed`, () => {
      assert.equal(checkedSettings(PRESETS[id]).family, PRESETS[id].family);
    });

  it('that fail do fail: β too large blows up, α too large loses tasks, α too small changes nothing', () => {
    const judged = (given: object) => {
      const experiment = experimentFor(decodeSettings({ ...given, hidden: [8, 8], metaBatch: 5 }));
      drain(experiment.train());
      return { experiment, evaluation: drain(experiment.evaluate(experiment.run.thetaAfter(experiment.run.iterations), 60, 5)) };
    };
    assert.ok(judged({ ...PRESETS.betaTooLarge, iterations: 50 }).experiment.run.divergence !== undefined);
    assert.ok(judged({ ...PRESETS.alphaTooLarge, iterations: 50 }).evaluation.diverged.length > 0);
    const { mean } = judged({ ...PRESETS.alphaTooSmall, iterations: 50 }).evaluation.loss;
    assert.ok(mean[1]! > 0.95 * mean[0]!);
    assert.deepEqual(
      FAILING_PRESETS.filter((id) => !PRESET_IDS.includes(id)),
      [],
    );
  });
});

describe('settings that are allowed one by one but too heavy together', () => {
  it('are refused with the figures, and heavy ones that can still pause are not', () => {
    assert.throws(() => checkedSettings({ hidden: [256, 256, 256, 256], family: 'navigation', shots: 100, horizon: 200 }), {
      name: 'SettingsError',
      message: /^One gradient would take in 20000 examples with \d+ parameters; .* at most \d+ examples/,
    });
    checkedSettings({ iterations: 100_000, metaBatch: 100, hidden: [256, 256, 256, 256], shots: 100, queryShots: 100 });
  });
});
