// Points and strokes at the edge: bounded, or refused in a sentence; what was saved comes back, or is made anew.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { changed, NO_INPUT } from '../../src/core/maml/own/ownInput';
import { ProtocolError } from '../../src/protocol/decode';
import { decodeToLabHost } from '../../src/protocol/maml';
import { decodeSavedTry } from '../../src/protocol/mamlTry';

const ask = (given: unknown) => decodeToLabHost({ type: 'try', ask: given });
const refused = (given: unknown, message: RegExp) =>
  assert.throws(
    () => ask(given),
    (error: unknown) => error instanceof ProtocolError && message.test(error.message),
  );

describe('messages about a learner’s own task', () => {
  it('pass within their bounds', () => {
    const points = { do: 'points', points: [[-5, 6], [0.25, -1]] }; // prettier-ignore
    assert.deepEqual(ask(points), { type: 'try', ask: points });
    const draw = { do: 'draw', label: 4, index: 2, drawing: [[[0, 1]], [[0.5, 0.5], [1, 0]]] }; // prettier-ignore
    assert.deepEqual(ask(draw), { type: 'try', ask: draw });
    for (const kind of ['sine', 'pretrain', 'fill', 'clear']) ask({ do: kind });
  });

  it('are refused beyond them', () => {
    refused({ do: 'points', points: [[5.01, 0]] }, /ask\.points\.0\.0” is 5\.01/);
    refused({ do: 'points', points: [[0, NaN]] }, /ask\.points\.0\.1/);
    refused({ do: 'points', points: Array.from({ length: 31 }, () => [0, 0]) }, /ask\.points/);
    refused({ do: 'draw', label: 5, index: 0, drawing: [] }, /ask\.label” is 5/);
    refused({ do: 'draw', label: 0, index: 0, drawing: [[]] }, /ask\.drawing\.0/);
    refused({ do: 'draw', label: 0, index: 0, drawing: [[[0, 1.2]]] }, /ask\.drawing\.0\.0\.1” is 1\.2/);
    refused({ do: 'drawFurther', drawing: [Array.from({ length: 201 }, () => [0, 0])] }, /ask\.drawing\.0/);
    refused({ do: 'drawFurther', drawing: Array.from({ length: 17 }, () => [[0, 0]]) }, /ask\.drawing/);
    refused({ do: 'size', ways: 6, shots: 1 }, /ask\.ways” is 6/);
    refused({ do: 'explode' }, /ask\.do” is "explode"/);
  });

  it('what is kept comes back the same, and nothing else passes', () => {
    const kept = { ...(['sine', 'fill'] as const).reduce((input, kind) => changed(input, { do: kind }), NO_INPUT), open: true };
    assert.deepEqual(decodeSavedTry(JSON.parse(JSON.stringify(kept))), kept);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          decodeSavedTry(value);
        } catch (error) {
          assert.ok(error instanceof ProtocolError, String(error));
        }
      }),
    );
    assert.throws(() => decodeSavedTry({ ...kept, drawings: kept.drawings.slice(1) }), ProtocolError);
  });
});
