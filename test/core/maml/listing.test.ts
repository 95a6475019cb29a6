// The listing is the program: every label that a run produces has its line, and every line with a label is reached, in its order.
import assert from 'node:assert/strict';
import { ALGORITHM_IDS } from '../../../src/core/maml/algorithms/algorithm';
import { listingOf } from '../../../src/core/maml/listing/listing';
import { DEPTH } from '../../../src/core/maml/trace/step';
import { kernelExperiment, SMALL } from './experiments';

for (const algorithm of ALGORITHM_IDS) {
  describe(`the listing of ${algorithm}`, () => {
    it('has each executed line once, and no line that never runs', async () => {
      const executed = (await kernelExperiment({ ...SMALL, algorithm })).run.trace(0)!.steps.map(({ line }) => line);
      const listed = listingOf(algorithm).flatMap(({ line }) => (line === undefined ? [] : [line]));
      assert.equal(new Set(listed).size, listed.length);
      assert.deepEqual([...new Set(executed)], listed);
    });

    it('indents by depth and explains every labelled line', () => {
      for (const { line, code, comment } of listingOf(algorithm)) {
        if (line === undefined) continue;
        assert.ok(comment.ja.length > 0 && comment.en.length > 0, code);
        assert.equal((/^ */.exec(code)![0].length - 4) / 4 >= DEPTH[line], true, code);
      }
    });
  });
}
