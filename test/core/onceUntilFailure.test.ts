// Loading once: a success is kept, a failure is tried again, and whoever waits hears of it.
import assert from 'node:assert/strict';
import { onceUntilFailure } from '../../src/host/onceUntilFailure';

describe('what is loaded once', () => {
  it('is loaded a single time, however many ask while it is under way and after', async () => {
    let loads = 0;
    const load = onceUntilFailure(() => Promise.resolve(++loads));
    assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
    assert.equal(await load(), 1);
  });

  it('is loaded again after a failure, which everyone who waited has heard of', async () => {
    let loads = 0;
    const load = onceUntilFailure(() => (++loads === 1 ? Promise.reject(new Error('the disk was away')) : Promise.resolve(loads)));
    const waiting = [load(), load()];
    for (const one of waiting) await assert.rejects(one, /the disk was away/);
    assert.equal(loads, 1);
    assert.equal(await load(), 2);
    assert.equal(await load(), 2);
  });
});
