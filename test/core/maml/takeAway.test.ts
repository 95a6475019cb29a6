// What is taken away of a run: a link that brings the very settings back and refuses anything else, a JSON document, two tables.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ALGORITHM_IDS } from '../../../src/core/maml/algorithms/algorithm';
import { runEvaluationCsv, runFileName, runJson, runMetaLossCsv, RUN_VERSION } from '../../../src/core/maml/export/exportedRun';
import { decodeLabLink, decodeLabQuery, encodeLabQuery } from '../../../src/core/maml/export/labAddress';
import { PRESET_IDS, PRESETS } from '../../../src/core/maml/presets';
import { decodeSettings, SettingsError } from '../../../src/core/maml/settings';
import { FAMILY_IDS } from '../../../src/core/maml/tasks/familyId';
import { drain } from '../../../src/core/pieces';
import { kernelExperiment, SMALL } from './experiments';

const ID = 'e-shikaku-lab.e-shikaku-lab';
const linkTo = (query: string) => `vscode://${ID}/lab?${query}`;

const anySettings = fc
  .record({
    family: fc.constantFrom(...FAMILY_IDS),
    algorithm: fc.constantFrom(...ALGORITHM_IDS),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    alpha: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    beta: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    hidden: fc.array(fc.integer({ min: 1, max: 256 }), { maxLength: 4 }),
    innerSteps: fc.integer({ min: 1, max: 10 }),
  })
  .map((given) => decodeSettings(given));

describe('a link to an experiment', () => {
  it('brings the very settings back, through escaping and whatever application wrote it', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom('vscode', 'vscode-insiders', 'vscodium', 'code-oss'), (settings, scheme) => {
        const query = encodeLabQuery(settings);
        assert.equal(encodeURI(query), query, 'it needs escaping');
        assert.deepEqual(decodeLabQuery(query), settings);
        assert.deepEqual(decodeLabLink(` ${scheme}://${ID}/lab?${encodeURIComponent(query)}\n`, ID), settings);
        assert.deepEqual(decodeLabLink(`${scheme}://${ID.toUpperCase()}/lab?${query}`, ID), settings);
      }),
      { numRuns: 300 },
    );
  });

  it('carries every preset, and stays short', () => {
    for (const id of PRESET_IDS) {
      const settings = decodeSettings(PRESETS[id]);
      const link = linkTo(encodeLabQuery(settings));
      assert.ok(link.length < 400, `${link.length} characters`);
      assert.deepEqual(decodeLabLink(link, ID), settings);
    }
  });

  const refused: [string, RegExp][] = [
    [linkTo('alpha=7'), /“alpha” is 7; it must be a number from/],
    [linkTo('alpha=fast'), /“alpha” is “fast” in the link; it must be a number/],
    [linkTo('alpha='), /“alpha” is “” in the link/],
    [linkTo('seed=1&seed=2'), /“seed” stands in the link twice/],
    [linkTo('imageFolder=file:///etc'), /Unknown option “imageFolder”/],
    [linkTo('hidden=40,x'), /“hidden” is “x”/],
    [linkTo('hidden=4096'), /“hidden” is \[4096\]/],
    [linkTo('algorithm=mamel'), /must be one of maml/],
    [linkTo('__proto__=1'), /Unknown option “__proto__”|__proto__/],
    [linkTo(''), /carries no settings/],
    [linkTo('seed=%zz'), /damaged/],
    [linkTo(`seed=${'1'.repeat(5000)}`), /not a link|characters/],
    [`vscode://somebody.else/lab?seed=1`, /not a link to the lab/],
    [`vscode://${ID}/elsewhere?seed=1`, /not a link to the lab/],
    ['https://example.org/', /not a link to the lab/],
    ['', /not a link to the lab/],
  ];
  for (const [link, message] of refused) {
    it(`is refused with a sentence: ${link.slice(0, 80)}`, () => {
      assert.throws(
        () => decodeLabLink(link, ID),
        (error: unknown) => error instanceof SettingsError && message.test(error.message),
      );
    });
  }

  it('throws nothing but such a sentence, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string().map(linkTo), fc.webUrl({ withQueryParameters: true })), (link) => {
        try {
          decodeLabLink(link, ID);
        } catch (error) {
          assert.ok(error instanceof SettingsError, String(error));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a run taken away', () => {
  const finished = async () => {
    const experiment = await kernelExperiment(SMALL);
    drain(experiment.train());
    const { settings, run } = experiment;
    const evaluation = drain(experiment.evaluate(run.thetaAfter(run.iterations), 20, 3));
    const { metaLoss, iterations: trained } = run;
    return { settings, trained, metaLoss, evaluation, version: '9.8.7', precision: 'float32', link: linkTo(encodeLabQuery(settings)) };
  };

  it('is one JSON document that says everything, and whose settings give the same run again', async () => {
    const run = await finished();
    const text = runJson(run);
    assert.equal(text, runJson(await finished()));
    const { format, version, extension, settings, metaLoss, evaluation, link } = JSON.parse(text) as Record<string, unknown>;
    assert.deepEqual([format, version, extension], ['eShikaku.mamlRun', RUN_VERSION, '9.8.7']);
    assert.deepEqual(decodeSettings(settings), run.settings);
    assert.deepEqual(decodeLabLink(String(link), ID), run.settings);
    assert.deepEqual(metaLoss, run.metaLoss);
    assert.deepEqual(evaluation, run.evaluation);
  });

  it('is two tables', async () => {
    const run = await finished();
    const evaluation = runEvaluationCsv(run).trimEnd().split('\r\n');
    assert.deepEqual([evaluation.length, evaluation[1]!.split(',')[4]], [5, String(run.evaluation.loss.mean[0])]);
    const loss = runMetaLossCsv(run).trimEnd().split('\r\n');
    assert.deepEqual([loss.length, loss[30]], [31, `30,${run.metaLoss[29]}`]);
    assert.equal(runFileName(run.settings), 'maml-sinusoid-seed1');
  });
});
