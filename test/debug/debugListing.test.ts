// The listing as a document: every phase of every algorithm has its line, every line its way back to the phase.
import assert from 'node:assert/strict';
import { ALGORITHM_IDS } from '../../src/core/maml/algorithms/algorithm';
import { callerOf, executableFrom, lineOf, listingDocument } from '../../src/core/maml/debug/listingDocument';
import { DEPTH } from '../../src/core/maml/trace/step';
import { kernelExperiment, SMALL } from '../core/maml/experiments';

for (const algorithm of ALGORITHM_IDS) {
  describe(`the listing document of ${algorithm}`, () => {
    const document = listingDocument(algorithm);
    const text = document.text.split('\n');

    it('has a line for every phase that runs, and a phase for every line that is marked as one', async () => {
      const executed = new Set((await kernelExperiment({ ...SMALL, algorithm })).run.trace(0)!.steps.map(({ line }) => line));
      for (const label of executed) {
        const line = lineOf(document, label);
        assert.ok(line >= 1, label);
        assert.equal(document.labels[line - 1], label);
        assert.match(text[line - 1]!, /\S +# [\p{L}\p{N}]/u, `${label} has code and a comment`);
      }
      assert.deepEqual(new Set(document.labels.filter((label) => label !== undefined)), executed);
      assert.equal(document.labels.length, text.length);
    });

    it('has the calling line of each frame: a loop that holds the line', () => {
      for (const label of document.labels) {
        if (label === undefined || DEPTH[label] === 0) continue;
        const caller = text[callerOf(document, label) - 1]!;
        assert.match(caller, /^ *for /, label);
        assert.ok(/^ */.exec(caller)![0].length < /^ */.exec(text[lineOf(document, label) - 1]!)![0].length);
      }
      assert.match(text[lineOf(document, undefined) - 1]!, /^for it in/);
    });

    it('moves a breakpoint on any line to one that runs', () => {
      for (let line = 1; line <= text.length + 5; line++)
        assert.ok(document.labels[executableFrom(document, line) - 1] !== undefined, `line ${line}`);
    });
  });
}
