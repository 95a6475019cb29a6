// What the lab's form and comparison may say, and what is taken of what was kept of a comparison.
import assert from 'node:assert/strict';
import { decodeSavedComparison } from '../../src/protocol/compare';
import { decodeToLabHost } from '../../src/protocol/maml';

const result = {
  method: 'maml',
  alpha: 0.01,
  innerSteps: 1,
  iterations: 100,
  divergedAt: null,
  cost: { gradients: 5000, hessianVectors: 2500 },
  milliseconds: 12.5,
  loss: { mean: [3, null], halfWidth: [0.1, null], median: [2, null] },
  score: null,
  tasks: 200,
  diverged: 0,
  unseen: null,
  domain: null,
};
const saved = { status: 'finished', settings: { seed: 1 }, methods: ['maml'], results: [result] };

describe('messages of the lab’s form and comparison', () => {
  it('come through as they were sent', () => {
    for (const message of [
      { type: 'compare', methods: ['maml', 'oracle'], settings: { alpha: '', shots: 0 } },
      { type: 'cancelCompare' },
      { type: 'estimate', settings: { hidden: ['wide'] } },
      { type: 'chooseImages', settings: { family: 'images' } },
      { type: 'look', at: 'compare' },
    ])
      assert.deepEqual(decodeToLabHost(message), message);
  });

  it('are refused when they name no method, an unknown one, or more than asked', () => {
    for (const message of [
      { type: 'compare', methods: [], settings: {} },
      { type: 'compare', methods: ['adam'], settings: {} },
      { type: 'compare', methods: ['maml'] },
      { type: 'cancelCompare', methods: ['maml'] },
      { type: 'estimate', settings: 'fast' },
      { type: 'chooseImages', folder: '/etc' },
    ])
      assert.throws(() => decodeToLabHost(message), { name: 'ProtocolError' });
  });
});

describe('a comparison that was kept', () => {
  it('comes back, means of no tasks as no number', () => {
    const { results } = decodeSavedComparison(JSON.parse(JSON.stringify(saved)));
    assert.deepEqual(results[0]!.loss, { mean: [3, NaN], halfWidth: [0.1, NaN], median: [2, NaN] });
  });

  it('is refused when it is of another version', () => {
    for (const damaged of [undefined, { ...saved, status: 'running' }, { ...saved, results: [{ ...result, cost: 5 }] }])
      assert.throws(() => decodeSavedComparison(damaged), { name: 'ProtocolError' });
  });
});
