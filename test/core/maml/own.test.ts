// A learner's own points and drawings: seen as the generator's are, adapted to as an evaluation adapts, and worth the trouble.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Adapter, evaluationTask } from '../../../src/core/maml/evaluation';
import { drawingInk, framed, FRAMED_SIDE, type Drawing } from '../../../src/core/maml/own/drawing';
import { exampleDrawing } from '../../../src/core/maml/own/examples';
import { OwnAdapter } from '../../../src/core/maml/own/ownAdapter';
import { POINT_LIMITS } from '../../../src/core/maml/own/limits';
import { drawnSupport, pointTask } from '../../../src/core/maml/own/ownTasks';
import { PURPOSE, randomStream } from '../../../src/core/maml/random';
import { drawSymbol, drawVariation, inkOfLines, SIDE, variation, type Point } from '../../../src/core/maml/tasks/strokes';
import { drain } from '../../../src/core/pieces';
import { float64Experiment, kernelExperiment, SMALL } from './experiments';

const sides = (drawing: Drawing): readonly [number, number] => {
  const span = (axis: 0 | 1) => {
    const values = drawing.flat().map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return [span(0), span(1)];
};
const moved = (drawing: Drawing, size: number, [dx, dy]: Point): Drawing =>
  drawing.map((line) => line.map(([x, y]): Point => [0.5 + size * (x - 0.5) + dx, 0.5 + size * (y - 0.5) + dy]));

describe('own drawings', () => {
  it('are rasterised by the very pen of the generator', () => {
    for (let i = 0; i < 20; i++) {
      const symbol = drawSymbol(randomStream(3, PURPOSE.symbol, i));
      const stream = () => randomStream(3, PURPOSE.check, i);
      assert.deepEqual(inkOfLines(variation(symbol, stream())), drawVariation(symbol, stream()));
    }
  });

  it('are framed: the same ink wherever and however large they were drawn', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.double({ min: 0.4, max: 1.6, noNaN: true }),
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        (n, size, by) => {
          const drawing = exampleDrawing(n, n % 5, 0);
          assert.ok(Math.abs(Math.max(...sides(framed(drawing))) - FRAMED_SIDE) < 1e-9);
          const [here, there] = [drawingInk(drawing), drawingInk(moved(drawing, size, [by, -by]))];
          here.forEach((ink, pixel) => assert.ok(Math.abs(ink - there[pixel]!) < 1e-5));
        },
      ),
      { numRuns: 50 },
    );
    const of = (n: number) => sides(variation(drawSymbol(randomStream(1, PURPOSE.symbol, n)), randomStream(1, PURPOSE.check, n)));
    const side = Array.from({ length: 1500 }, (_, n) => Math.max(...of(n))).reduce((sum, value) => sum + value / 1500, 0);
    assert.ok(Math.abs(side - FRAMED_SIDE) < 0.015, `the generator's drawings are ${side} wide on average`);
  });

  it('a dot stays small and nothing is nothing', () => {
    const dot = drawingInk([[[0.1, 0.9]]]);
    assert.ok(dot.some((ink) => ink > 0.5) && dot.filter((ink) => ink > 0).length < 16);
    assert.equal(Math.max(...drawingInk([])), 0);
  });

  it('examples differ by set, class and number, lie in the square and are the same again', () => {
    const seen = [exampleDrawing(0, 0, 0), exampleDrawing(0, 0, 1), exampleDrawing(0, 1, 0), exampleDrawing(1, 0, 0)];
    assert.equal(new Set(seen.map((drawing) => JSON.stringify(drawing))).size, 4);
    assert.deepEqual(exampleDrawing(0, 0, 0), seen[0]);
    assert.ok(seen.flat(2).every(([x, y]) => x >= 0 && x <= 1 && y >= 0 && y <= 1));
  });

  it('make a task as soon as every class has a drawing', () => {
    const [a, b] = [exampleDrawing(0, 0, 0), exampleDrawing(0, 1, 0)];
    assert.equal(drawnSupport([[a], [[]]]), undefined);
    const rows = drawnSupport([
      [a, []],
      [[], b],
    ])!;
    assert.deepEqual([rows.rows, [...Array.from(rows.y)], [...Array.from(rows.weight)]], [2, [1, 0, 0, 1], [0.5, 0.5]]);
    assert.deepEqual(Array.from(rows.x).slice(0, SIDE * SIDE), Array.from(drawingInk(a)));
  });

  it('are told apart after adaptation, not before (100 episodes, hands of different size and place)', async function () {
    this.timeout(60_000);
    const experiment = await kernelExperiment({ family: 'symbols', ways: 5, shots: 3, iterations: 800 });
    drain(experiment.train());
    const theta = experiment.run.thetaAfter(experiment.run.iterations);
    const own = new OwnAdapter(experiment);
    const right = Array.from({ length: 11 }, () => 0);
    for (let episode = 0; episode < 100; episode++) {
      const random = randomStream(5, PURPOSE.check, episode);
      const hand = (drawing: Drawing) => moved(drawing, random.uniform(0.6, 1.4), [random.uniform(-0.1, 0.1), random.uniform(-0.1, 0.1)]);
      const classes = Array.from({ length: 5 }, (_, label) => [0, 1, 2].map((index) => hand(exampleDrawing(episode, label, index))));
      const label = random.integer(5);
      const { probabilities } = own.drawings(theta, classes, hand(exampleDrawing(episode, label, 3)))!;
      probabilities.forEach((p, step) => (right[step]! += p.indexOf(Math.max(...p)) === label ? 1 : 0));
    }
    console.log(`      own drawings, 5-way 3-shot: right of 100 after 0, 1, … 10 steps: ${right.join(' ')}`);
    assert.ok(right[0]! < 40, `${right[0]} before adaptation`);
    assert.ok(right[1]! > 75 && right[5]! > 85 && right[10]! > 85, right.join(' '));
  });
});

describe('own points', () => {
  it('are adapted to exactly as an evaluation adapts to the same rows', async () => {
    for (const experiment of [await kernelExperiment(SMALL), float64Experiment(SMALL).experiment]) {
      drain(experiment.train());
      const theta = experiment.run.thetaAfter(experiment.run.iterations);
      const task = evaluationTask(experiment.settings, 3);
      const { scene } = drain(experiment.lookingAt(theta, 3));
      const rows = Array.from({ length: task.support.rows }, (_, i): Point => [task.support.x[i]!, task.support.y[i]!]);
      const own = new OwnAdapter(experiment).points(theta, rows, 5);
      assert.ok(scene.kind === 'curve');
      assert.deepEqual(own.curves, scene.curves);
      const { machine, alpha } = experiment.run.learner;
      const vec = machine.vector();
      machine.write(vec, theta);
      const judged = new Adapter(machine, { ...experiment.settings, queryShots: 5 }).adapt(vec, alpha, { ...task, query: task.support }, 5);
      assert.deepEqual(own.losses, judged.losses);
    }
  });

  it('may be as many as fit, and lie anywhere', async () => {
    const experiment = await kernelExperiment(SMALL);
    const own = new OwnAdapter(experiment);
    const theta = experiment.run.thetaAfter(0);
    const many = Array.from({ length: POINT_LIMITS.count }, (_, i): Point => [-5 + i / 3, 2]);
    for (const count of [1, 2, POINT_LIMITS.count]) {
      const { losses, curves } = own.points(theta, many.slice(0, count));
      assert.ok(curves.length === 11 && losses.every(Number.isFinite) && losses[10]! < losses[0]!);
    }
    assert.equal(pointTask(many).support.rows, POINT_LIMITS.count);
  });

  it('are answered within a frame: three starts, ten steps, as many points as fit', async () => {
    const experiment = await kernelExperiment({});
    const own = new OwnAdapter(experiment);
    const theta = experiment.run.thetaAfter(0);
    const many = Array.from({ length: POINT_LIMITS.count }, (_, i): Point => [-5 + i / 3, Math.sin(i)]);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      for (let starts = 0; starts < 3; starts++) own.points(theta, many);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    console.log(`      three starts, 30 points, 10 steps: ${times[0]!.toFixed(2)} ms (best of 9)`);
    assert.ok(times[0]! < 16, `${times[0]} ms`);
  });
});
