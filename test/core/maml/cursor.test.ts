// Moves of the cursor: every forward move can be undone, and no move leaves the run.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { executedAt, MOVES, moved, placeOf } from '../../../src/core/maml/trace/cursor';

/** sample, two tasks with one inner step, meta-gradient, outer update. */
const DEPTHS = [0, 0, 2, 2, 1, 2, 1, 0, 2, 2, 1, 2, 1, 0, 0];
const N = DEPTHS.length;
const TRAINED = 4;
const LIMIT = (TRAINED + 1) * N;
const place = fc.integer({ min: 0, max: LIMIT });

describe('the cursor', () => {
  it('names a place and finds it again', () => {
    fc.assert(fc.property(place, (at) => executedAt(placeOf(at, N), N) === at));
  });

  it('never leaves the run', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...MOVES), (at, move) => {
        const to = moved(at, move, DEPTHS, TRAINED);
        return to >= 0 && to <= LIMIT && Number.isInteger(to);
      }),
    );
  });

  it('undoes a step into with a step back, and a step over with a step back over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LIMIT - 1 }), (at) => moved(moved(at, 'in', DEPTHS, TRAINED), 'back', DEPTHS, TRAINED) === at),
    );
    const atTask = 1;
    const after = moved(atTask, 'over', DEPTHS, TRAINED);
    assert.equal(after, 7, 'a step over a task ends before the next task');
    assert.equal(moved(after, 'backOver', DEPTHS, TRAINED), atTask);
  });

  it('steps out of an inner step to the task, and out of the task to the outer loop', () => {
    assert.equal(moved(2, 'out', DEPTHS, TRAINED), 4);
    assert.equal(moved(4, 'out', DEPTHS, TRAINED), 7);
    assert.equal(moved(9, 'backOut', DEPTHS, TRAINED), 7);
  });

  it('goes to the ends of iterations', () => {
    assert.equal(moved(0, 'nextIteration', DEPTHS, TRAINED), N);
    assert.equal(moved(N + 3, 'nextIteration', DEPTHS, TRAINED), 2 * N);
    assert.equal(moved(2 * N, 'nextIteration', DEPTHS, TRAINED), 3 * N);
    assert.equal(moved(N + 3, 'previousIteration', DEPTHS, TRAINED), N);
    assert.equal(moved(7, 'start', DEPTHS, TRAINED), 0);
    assert.equal(moved(7, 'end', DEPTHS, TRAINED), TRAINED * N);
  });
});
