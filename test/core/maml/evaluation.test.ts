// Evaluation on fresh tasks: intervals, medians, diverged tasks named, reference lines, and the table that can be taken away.
import assert from 'node:assert/strict';
import { evaluationTask, summarise } from '../../../src/core/maml/evaluation';
import { evaluationCsv, evaluationRows, evaluationText } from '../../../src/core/maml/evaluationTable';
import { decodeSettings } from '../../../src/core/maml/settings';
import { oracle } from '../../../src/core/maml/tasks/references';
import { drain } from '../../../src/core/pieces';
import { kernelExperiment, SMALL } from './experiments';

const settings = decodeSettings({});
const curves = [
  [4, 1],
  [2, 3],
  [6, 1e9],
  [0, 2],
].map((losses) => ({ losses, scores: [] }));

describe('an evaluation', () => {
  it('gives mean, 95 % half-width and median of the sound tasks, and names the diverged', () => {
    const { tasks, loss, score, diverged } = summarise(settings, curves);
    assert.deepEqual([tasks, diverged, score], [4, [2], null]);
    assert.deepEqual(
      [loss.mean, loss.median],
      [
        [2, 2],
        [2, 2],
      ],
    );
    assert.ok(Math.abs(loss.halfWidth[0]! - 1.96 * Math.sqrt(4 / 3)) < 1e-12);
    assert.ok(Math.abs(loss.halfWidth[1]! - 1.96 * Math.sqrt(1 / 3)) < 1e-12);
  });

  it('is a table, a CSV and plain data', () => {
    const rows = evaluationRows('MAML, "exact"', 10, summarise(settings, curves));
    assert.equal(rows.length, 2);
    assert.equal(evaluationCsv(rows).split('\r\n')[1], `"MAML, ""exact""",10,0,loss,2,${rows[0]!.halfWidth},2,4,1`);
    assert.match(evaluationText(rows).split('\n')[0]!, /^name +shots +steps +quantity +mean/);
    assert.deepEqual(JSON.parse(JSON.stringify(rows)), rows);
  });

  it('takes another K than training had', async () => {
    const experiment = await kernelExperiment(SMALL);
    const theta = experiment.run.thetaAfter(0);
    const [five, twenty] = [5, 20].map((shots) => drain(experiment.evaluate(theta, 10, 2, shots)));
    assert.equal(five!.loss.mean.length, 3);
    assert.notDeepEqual(five!.loss.mean, twenty!.loss.mean);
  });

  it('is the same when another one is under way between its pauses', async () => {
    const experiment = await kernelExperiment(SMALL);
    experiment.run.trainOne();
    const thetas = [0, 1].map((iteration) => experiment.run.thetaAfter(iteration));
    const alone = thetas.map((theta) => drain(experiment.evaluate(theta, 6, 3)));
    const works = thetas.map((theta) => experiment.evaluate(theta, 6, 3));
    const found: unknown[] = [];
    while (found.filter(Boolean).length < 2) {
      works.forEach((work, at) => {
        const next = work.next();
        if (next.done === true) found[at] ??= next.value;
      });
    }
    assert.deepEqual(found, alone);
    assert.notDeepEqual(alone[0], alone[1]);
  });

  it('has an oracle that no policy beats: straight to the goal', () => {
    const navigation = decodeSettings({ family: 'navigation' });
    const { score } = oracle('navigation', { ...evaluationTask(navigation, 0), parameters: { goalX: 0.25, goalY: -0.1 } }, 50);
    assert.ok(Math.abs(score! + (0.15 + 0.05)) < 1e-12);
    assert.deepEqual(oracle('sinusoid', evaluationTask(settings, 0), 0), { loss: 0, score: null });
  });
});
