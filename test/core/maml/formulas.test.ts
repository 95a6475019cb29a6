// The formula and numbers beside the listing: what they say of a line is what that line computed, whatever the algorithm.
import assert from 'node:assert/strict';
import { ALGORITHM_IDS, trainingSteps, type AlgorithmId } from '../../../src/core/maml/algorithms/algorithm';
import { pictureAt, type Picture } from '../../../src/core/maml/trace/picture';
import type { Line, Step } from '../../../src/core/maml/trace/step';
import { difference, norm } from '../../../src/core/maml/vectors';
import { drain } from '../../../src/core/pieces';
import { inEnglish, markup, readable } from '../templates';
import { float64Experiment, SMALL } from './experiments';

interface Place {
  readonly step: Step;
  readonly picture: Picture;
  readonly formula: string;
  /** By label. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Every line of the third iteration, when learned rates have moved. */
async function placesOf(algorithm: AlgorithmId) {
  const { formulaView } = await inEnglish(() => import('../../../src/webview/maml/formulas'));
  const { experiment, settings } = float64Experiment({ ...SMALL, algorithm, innerSteps: 2, alpha: 0.05, beta: 0.02, iterations: 3 });
  drain(experiment.train());
  const trace = experiment.run.trace(2)!;
  const lines = trace.steps.length;
  const places = trace.steps.map((step, at): Place => {
    const picture = pictureAt(experiment, trace, 2 * lines + at + 1, lines);
    assert.equal(picture.line, step.line);
    const text = markup(formulaView(picture, settings, false));
    const rows = [...text.matchAll(/<dt>(.*?)<\/dt>\s*<dd class="number">(.*?)<\/dd>/gs)];
    const formula = readable(/<p class="formula">(.*?)<\/p>/s.exec(text)![1]!.replace(/<[^>]*>/g, ''));
    return { step, picture, formula, numbers: new Map(rows.map(([, label, value]) => [label!.replace(/<[^>]*>/g, ''), value!])) };
  });
  return { places, settings, trace, at: (line: Line) => places.find(({ step }) => step.line === line) };
}

for (const algorithm of ALGORITHM_IDS) {
  describe(`the formulas of ${algorithm}`, () => {
    it('show how far φ moved as the length of the scaled gradient, on the line that moves it and on no other', async () => {
      const { significant } = await inEnglish(() => import('../../../src/webview/shared/chart'));
      const { places, settings, trace } = await placesOf(algorithm);
      let phi = trace.before.theta;
      let moves = 0;
      for (const { step, numbers } of places) {
        const shown = [...numbers].filter(([label]) => /^‖α.*g\d‖$/.test(label));
        if (step.line === 'task') phi = trace.before.theta;
        if (step.line !== 'inner-update') assert.equal(shown.length, 0, step.line);
        else {
          assert.deepEqual(shown.map(([, value]) => value), [significant(norm(difference(step.phi, phi)))]); // prettier-ignore
          phi = step.phi;
          moves++;
        }
      }
      assert.equal(moves, settings.metaBatch * trainingSteps(settings));
    });

    it('show the length of the gradient that the listing takes', async () => {
      const { significant } = await inEnglish(() => import('../../../src/webview/shared/chart'));
      const { places } = await placesOf(algorithm);
      for (const { step, numbers } of places)
        if (step.line === 'support-gradient') assert.equal(numbers.get(`‖g${step.inner}‖`), significant(norm(step.gradient)));
    });
  });
}

describe('the formulas', () => {
  it('take the gradient of the head alone in ANIL, as its listing does', async () => {
    const { places, at } = await placesOf('anil');
    const { gradient } = places.map(({ step }) => step).find((step) => step.line === 'support-gradient')!;
    const head = 5 + 1;
    assert.ok(gradient.subarray(0, -head).every((value) => value === 0) && gradient.subarray(-head).some((value) => value !== 0));
    assert.match(at('support-gradient')!.formula, /^g0 = ∇hLs\(φ0\)$/);
    assert.match(at('second-order')!.formula, /^v ← v − α H\(φ1\) vh$/);
  });

  it('scale by a rate for each parameter in Meta-SGD, and move the rates in the outer update', async () => {
    const { places, at, trace } = await placesOf('metaSgd');
    assert.equal(at('inner-update')!.formula, 'φ1 = φ0 − α ∘ g0');
    assert.equal(at('second-order')!.formula, 'v ← v − H(φ1)(α ∘ v)');
    assert.match(at('accumulate')!.formula, /^v = ∇Lq\(φk\) \+ \(− H\(α ∘ v\)\)$/);
    assert.match(at('outer-update')!.formula, /^θ ← θ − β Adam\(gmeta\), α ← α − β Adam\(.*∂Lqi\/∂α\)$/);
    for (const { step, picture } of places) {
      const { alpha } = step.line === 'outer-update' ? trace.after : trace.before;
      assert.deepEqual(picture.rates, [Math.min(...alpha), Math.max(...alpha)]);
    }
    assert.notDeepEqual(at('inner-update')!.numbers.get('α'), at('outer-update')!.numbers.get('α'));
  });

  it('judge pretraining at φ0 = θ, where it stays', async () => {
    const { at, places } = await placesOf('pretrain');
    assert.equal(at('query-loss')!.formula, 'v = ∇Lq(φ0)');
    assert.equal(at('accumulate')!.formula, 'v = ∇Lq(φ0)');
    assert.ok(places.every(({ formula }) => !/φ[1-9k]/.test(formula)));
  });

  it('do not take a displacement apart into orders', async () => {
    const { at } = await placesOf('reptile');
    assert.deepEqual([...at('accumulate')!.numbers.keys()], ['‖gmeta‖']);
    assert.deepEqual([...at('meta-gradient')!.numbers.keys()].length, 2);
    const { picture } = at('query-loss')!;
    assert.equal(picture.focus!.meta, null, 'before the displacement there is nothing to send');
    assert.deepEqual([at('meta-gradient')!.picture.meta!.second, at('meta-gradient')!.picture.meta!.angle], [null, null]);
  });
});
