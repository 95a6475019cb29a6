// The listing as a document: every phase of every algorithm has its line, every line its way back to the phase.
import assert from 'node:assert/strict';
import { ALGORITHM_IDS } from '../../src/core/maml/algorithms/algorithm';
import { callerOf, executableFrom, lineOf, listingDocument } from '../../src/core/maml/debug/listingDocument';
import { DEPTH } from '../../src/core/maml/trace/step';
import { kernelExperiment, SMALL } from '../core/maml/experiments';

const LANGUAGES = ['ja', 'en'] as const;

for (const [algorithm, language] of ALGORITHM_IDS.flatMap((id) => LANGUAGES.map((one) => [id, one] as const))) {
  describe(`the listing document of ${algorithm} in ${language}`, () => {
    const document = listingDocument(algorithm, language);
    const text = document.text.split('\n');

    it('has a line for every phase that runs, and a phase for every line that is marked as one', async () => {
      const executed = new Set((await kernelExperiment({ ...SMALL, algorithm })).run.trace(0)!.steps.map(({ line }) => line));
      for (const label of executed) {
        const line = lineOf(document, label);
        assert.ok(line >= 1, label);
        assert.equal(document.labels[line - 1], label);
        assert.match(text[line - 1]!, /^ *[a-z]/, `${label} has code`);
        const [, indent, comment] = /^( *)# (.+)$/.exec(text[line - 2]!) ?? [];
        assert.equal(indent, /^ */.exec(text[line - 1]!)![0], `${label} has its comment above, as far in as the code`);
        assert.match(comment!, /\p{L}/u);
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

    it('fits a narrow editor: no line is wider than 76 letters, a Japanese one counted twice', () => {
      const width = (line: string) => [...line].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
      for (const line of text) assert.ok(width(line) <= 76, line);
    });

    it('has the same lines as in any other language', () => {
      for (const other of LANGUAGES) assert.deepEqual(listingDocument(algorithm, other).labels, document.labels);
    });

    it('moves a breakpoint on any line to one that runs', () => {
      for (let line = 1; line <= text.length + 5; line++)
        assert.ok(document.labels[executableFrom(document, line) - 1] !== undefined, `line ${line}`);
    });
  });
}
