// What a learner places and draws: how it changes, and what the protocol lets through.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { changed, NO_INPUT, shownDrawings, type OwnInput } from '../../../src/core/maml/own/ownInput';
import { sinusoid } from '../../../src/core/maml/tasks/sinusoid';
import type { Drawing } from '../../../src/core/maml/own/drawing';

const stroke: Drawing = [[[0.1, 0.1], [0.9, 0.9]]]; // prettier-ignore
const after = (input: OwnInput, ...changes: Parameters<typeof changed>[1][]): OwnInput => changes.reduce(changed, input);

describe('a learner’s own task', () => {
  it('keeps the wave as long as every point lies on it', () => {
    const drawn = after(NO_INPUT, { do: 'sine' });
    assert.equal(drawn.points.length, 10);
    const { amplitude, phase } = drawn.wave!;
    for (const [x, y] of drawn.points)
      assert.ok(Math.abs(y - sinusoid.curve!.truth({ parameters: { amplitude, phase }, support: null!, query: null! }, x)) < 0.05);
    assert.deepEqual(after(drawn, { do: 'points', points: drawn.points.slice(1) }).wave, drawn.wave);
    assert.equal(after(drawn, { do: 'points', points: [...drawn.points, [0, 5.5]] }).wave, null);
    assert.notDeepEqual(after(drawn, { do: 'sine' }).points, drawn.points);
    assert.deepEqual(after(drawn, { do: 'clear' }).points, []);
  });

  it('fills what the learner has not drawn, and draws other symbols when asked again', () => {
    const own = after(NO_INPUT, { do: 'mode', mode: 'symbols' }, { do: 'draw', label: 1, index: 0, drawing: stroke });
    const filled = after(own, { do: 'fill' });
    assert.deepEqual(filled.sets.slice(0, 3), [0, null, 0]);
    assert.deepEqual(shownDrawings(filled)[1], [stroke, []]);
    assert.ok([0, 2].every((label) => shownDrawings(filled)[label]!.every((drawing) => drawing.length > 0)));
    assert.ok(filled.answer !== null && filled.answer !== 1 && filled.further.length > 0);
    const again = after(filled, { do: 'fill' });
    assert.notDeepEqual(shownDrawings(again)[0], shownDrawings(filled)[0]);
    assert.deepEqual(shownDrawings(again)[1], [stroke, []]);
    const mine = after(filled, { do: 'drawFurther', drawing: [] }, { do: 'drawFurther', drawing: stroke }, { do: 'fill' });
    assert.deepEqual(mine.further, stroke);
  });

  it('a stroke in a class that was drawn for the learner begins a symbol of their own', () => {
    const filled = after(NO_INPUT, { do: 'fill' });
    const given = filled.drawings[0]![0]!;
    const undone = after(filled, { do: 'draw', label: 0, index: 0, drawing: given.slice(0, -1) });
    assert.deepEqual([undone.sets[0], undone.drawings[0]![1]], [0, filled.drawings[0]![1]]);
    const own = after(filled, { do: 'draw', label: 0, index: 0, drawing: [...given, ...stroke] });
    assert.deepEqual([own.sets[0], own.drawings[0]], [null, [stroke, [], []]]);
    const further = after(filled, { do: 'further', label: 2 });
    assert.equal(further.answer, 2);
    assert.deepEqual(after(further, { do: 'drawFurther', drawing: [...further.further, ...stroke] }).further, stroke);
    assert.deepEqual(after(own, { do: 'further', label: 0 }), own);
  });

  it('loses no drawing when N and K shrink and grow again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 3 })), { maxLength: 6 }), (sizes) => {
        const filled = after(NO_INPUT, { do: 'size', ways: 5, shots: 3 }, { do: 'fill' });
        const through = sizes.reduce((input, [ways, shots]) => changed(input, { do: 'size', ways, shots }), filled);
        assert.deepEqual(after(through, { do: 'size', ways: 5, shots: 3 }).drawings, filled.drawings);
      }),
    );
  });
});
