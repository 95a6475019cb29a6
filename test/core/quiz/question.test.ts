// The shape of compiled questions: what the build writes is accepted, what would mislead a learner is not.
import * as assert from 'node:assert';
import { questionFileSchema } from '../../../src/core/quiz/question';
import { decode } from '../../../src/protocol/decode';
import { code, multiple, numeric, samples, single } from './sampleQuestions';

const file = (...questions: unknown[]) => decode(questionFileSchema, { version: 2, topic: 'maml', questions }, 'questions/maml.json');
const refused = (question: unknown, place: RegExp) => assert.throws(() => file(question), place);

describe('a file of questions', () => {
  it('holds every kind', () => assert.deepStrictEqual(file(...samples).questions, samples));

  it('is refused without exactly one correct choice where one is to be chosen', () => {
    refused({ ...single, choices: multiple.choices }, /“questions\.0\.choices”.*exactly one correct choice/);
    refused({ ...code, choices: code.choices.map((choice) => ({ ...choice, correct: false })) }, /exactly one correct choice/);
    refused({ ...multiple, choices: multiple.choices.map((choice) => ({ ...choice, correct: false })) }, /at least one correct choice/);
  });

  it('is refused when a choice has no reason', () => {
    refused({ ...single, choices: single.choices.map((choice) => ({ ...choice, whyHtml: '' })) }, /“questions\.0\.choices\.0\.whyHtml”/);
  });

  it('is refused with an impossible number, level or kind', () => {
    refused({ ...numeric, answer: { value: 1, tolerance: -1 } }, /“questions\.0\.answer\.tolerance” is -1/);
    refused({ ...numeric, answer: { value: NaN, tolerance: 0 } }, /“questions\.0\.answer\.value”/);
    refused({ ...single, difficulty: 4 }, /“questions\.0\.difficulty” is 4/);
    refused({ ...single, kind: 'essay' }, /“questions\.0\.kind” is "essay"/);
    refused({ ...code, codeHtml: undefined }, /“questions\.0\.codeHtml”/);
  });

  it('is refused in another version', () => {
    assert.throws(
      () => decode(questionFileSchema, { version: 1, topic: 'maml', questions: [] }, 'questions/maml.json'),
      /questions\/maml\.json: “version” is 1/,
    );
  });
});
