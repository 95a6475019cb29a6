// The lab's questions: asked where the table says, judged by what the run itself computes, rarely, and never giving the answer away.
import assert from 'node:assert/strict';
import type { Experiment } from '../../../src/core/maml/experiment';
import { PREDICTION_IDS, type PredictionAnswer, type PredictionId } from '../../../src/core/maml/predict/predictionId';
import { LINES_BETWEEN, predictionOf } from '../../../src/core/maml/predict/predictions';
import { Predictor } from '../../../src/core/maml/predict/predictor';
import { placeOf } from '../../../src/core/maml/trace/cursor';
import { pictureAt, type Picture } from '../../../src/core/maml/trace/picture';
import { norm } from '../../../src/core/maml/vectors';
import { drain } from '../../../src/core/pieces';
import { kernelExperiment, SMALL } from './experiments';

const trained = async (given: object = {}): Promise<Experiment> => {
  const experiment = await kernelExperiment({ ...SMALL, iterations: 3, ...given });
  drain(experiment.train());
  return experiment;
};

function pictureOf(experiment: Experiment, executed: number): Picture {
  const perIteration = experiment.run.trace(0)!.steps.length;
  const trace = experiment.run.trace(placeOf(executed, perIteration).iteration)!;
  return pictureAt(experiment, trace, executed, perIteration);
}

/** Walks through `lines` lines from the start and answers every question, with what is seen of it at each stage. */
function walk(
  experiment: Experiment,
  predictor: Predictor,
  lines: number,
  answer: (answers: readonly PredictionAnswer[]) => PredictionAnswer,
) {
  const met: {
    id: PredictionId;
    executed: number;
    truth: PredictionAnswer | undefined;
    correct: boolean | undefined;
    numbers: readonly number[];
  }[] = [];
  for (let executed = 0; executed <= lines; executed++) {
    predictor.follow({ experiment, page: 'step', picture: pictureOf(experiment, executed), finished: true });
    const { question } = predictor.view();
    if (question?.state !== 'open') continue;
    assert.equal(question.truth, null, 'the answer is given away');
    const verdict = drain(predictor.answer(question.id, answer(question.answers)));
    const after = predictor.view().question!;
    assert.equal(after.state, 'answered');
    const { id } = question;
    met.push({ id, executed, truth: after.truth?.answer, correct: verdict?.correct, numbers: after.truth?.numbers ?? [] });
  }
  return met;
}

const first = (answers: readonly PredictionAnswer[]) => answers[0]!;

describe('predictions', () => {
  it('come each kind once in a run, some lines apart, on the page of steps', async () => {
    const experiment = await trained();
    const met = walk(experiment, new Predictor(true), 3 * 25, first);
    assert.deepEqual(met.map(({ id }) => id).sort(), PREDICTION_IDS.filter((id) => predictionOf(id).page === 'step').sort());
    met.slice(1).forEach(({ executed }, i) => assert.ok(executed - met[i]!.executed >= LINES_BETWEEN));
    for (const { id, truth, correct } of met) assert.equal(correct, truth === predictionOf(id).answers[0], id);
  });

  it('are judged by the numbers of the very line', async () => {
    const experiment = await trained();
    const { steps } = experiment.run.trace(0)!;
    for (const { id, executed, numbers, truth } of walk(experiment, new Predictor(true), steps.length - 1, first)) {
      const step = steps[executed]!;
      const expected = {
        firstInnerStep: () => step.line === 'inner-update' && [steps[executed - 1]!.line === 'support-gradient', true],
        queryAfterAdapting: () => step.line === 'query-loss' && numbers[1] === step.loss,
        longerPart: () => step.line === 'accumulate' && numbers[0] === norm(step.first!) && numbers[1] === norm(step.second!),
        secondOrderEffect: () => step.line === 'meta-gradient' && numbers[0] === norm(step.first!) && numbers[1] === norm(step.sum),
        fasterStart: () => false,
        moreSteps: () => false,
      }[id]();
      assert.ok(expected, `${id} at line ${executed} (${step.line})`);
      const [a, b] = numbers;
      const larger = { falls: a! > b!, rises: a! < b!, first: a! > b!, second: a! < b!, shorter: a! > b!, longer: a! < b! };
      assert.ok(larger[truth as keyof typeof larger], `${id}: ${truth} with ${numbers.join(', ')}`);
    }
  });

  it('find that a small step lowers the support loss and a huge one may raise it', async () => {
    const truths = async (alpha: number) => {
      const met = walk(await trained({ alpha, iterations: 1, init: 'glorot' }), new Predictor(true), 4, first);
      return met.find(({ id }) => id === 'firstInnerStep');
    };
    const [small, huge] = [await truths(0.001), await truths(1)];
    assert.equal(small?.truth, 'falls');
    assert.equal(huge?.truth, 'rises');
    assert.ok(huge.numbers[1]! > huge.numbers[0]!);
  });

  it('are not asked where they make no sense: no second order in FOMAML, no given examples in navigation', async () => {
    const ids = async (given: object, lines: number) =>
      walk(await trained({ iterations: 1, ...given }), new Predictor(true), lines, first).map(({ id }) => id);
    assert.deepEqual((await ids({ algorithm: 'fomaml' }, 19)).sort(), ['firstInnerStep', 'queryAfterAdapting']);
    assert.deepEqual(await ids({ algorithm: 'pretrain' }, 10), []);
    const navigation = await ids({ family: 'navigation', metaBatch: 2, shots: 2, queryShots: 2, horizon: 5 }, 13);
    assert.ok(!navigation.includes('firstInnerStep') && !navigation.includes('queryAfterAdapting'));
  });

  it('ask about the result one after the other, from what the result does not show', async () => {
    const experiment = await trained({ iterations: 200 });
    const predictor = new Predictor(true);
    const look = () => {
      predictor.follow({ experiment, page: 'result', picture: null, finished: true });
      return predictor.view().question;
    };
    const one = look();
    assert.deepEqual([one?.id, one?.state], ['fasterStart', 'open']);
    const verdict = drain(predictor.answer('fasterStart', 'trained'));
    const { truth } = predictor.view().question!;
    const losses = [experiment.run.iterations, 0].map(
      (at) => drain(experiment.evaluate(experiment.run.thetaAfter(at), 100, 1)).loss.mean[1]!,
    );
    assert.deepEqual(truth, { answer: losses[0]! < losses[1]! ? 'trained' : 'random', numbers: losses });
    assert.equal(verdict?.correct, truth?.answer === 'trained');
    assert.equal(look()?.id, 'moreSteps');
    const more = drain(predictor.answer('moreSteps', 'falls'));
    assert.deepEqual(
      predictor.view().question!.truth!.numbers.filter((_, i) => i % 2 === 0),
      [5, 20],
    );
    assert.equal(more?.correct, predictor.view().question!.truth!.answer === 'falls');
    assert.equal(look(), null);
  });

  it('close when the learner moves on, and do not come back unless wanted', async () => {
    const experiment = await trained();
    const predictor = new Predictor(true);
    const at = (executed: number) => {
      predictor.follow({ experiment, page: 'step', picture: pictureOf(experiment, executed), finished: true });
      return predictor.view().question?.id;
    };
    const open = [0, 1, 2, 3].map(at).find((id) => id !== undefined);
    assert.equal(open, 'firstInnerStep');
    assert.notEqual(at(4), 'firstInnerStep');
    assert.notEqual(at(3), 'firstInnerStep');
    predictor.askAgain();
    assert.equal(predictor.view().question?.id, 'firstInnerStep');
    predictor.turn(false);
    assert.deepEqual([predictor.view().question, at(2), at(3)], [null, undefined, undefined]);
    predictor.turn(true);
    assert.equal(drain(predictor.answer('longerPart', 'first')), undefined, 'an answer to no question counts');
  });

  it('start anew with another run', async () => {
    const predictor = new Predictor(true);
    for (const experiment of [await trained(), await trained({ seed: 2 })])
      assert.ok(walk(experiment, predictor, 6, first).some(({ id }) => id === 'firstInnerStep'));
  });
});
