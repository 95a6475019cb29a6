// Waiting for a moment of the clock on the wall, through sleep and a clock that is set.
import * as assert from 'node:assert';
import { mock } from 'node:test';
import { atTime, nextDay } from '../../src/host/atTime';

const begin = Date.UTC(2026, 10, 27, 22);
const hour = 3_600_000;

describe('waiting for a moment', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: begin }));
  afterEach(() => mock.timers.reset());

  it('ends at the moment, once', () => {
    let calls = 0;
    atTime(begin + 2 * hour, () => calls++);
    mock.timers.tick(2 * hour - 1);
    assert.strictEqual(calls, 0);
    mock.timers.tick(1);
    mock.timers.tick(5 * hour);
    assert.strictEqual(calls, 1);
  });

  it('ends within a minute of waking when the computer slept through the moment', () => {
    let calls = 0;
    atTime(begin + 2 * hour, () => calls++);
    mock.timers.tick(1000);
    // The clock has gone on, the timers have not.
    mock.timers.setTime(begin + 10 * hour);
    mock.timers.tick(60_000);
    assert.strictEqual(calls, 1);
  });

  it('can be given up', () => {
    const giveUp = atTime(begin + hour, () => assert.fail('was called'));
    mock.timers.tick(60_000);
    giveUp();
    mock.timers.tick(2 * hour);
  });

  it('finds the first second of the next local day', () => {
    const next = new Date(nextDay(new Date(2026, 10, 27, 22, 15).getTime()));
    assert.deepStrictEqual([next.getDate(), next.getHours(), next.getMinutes(), next.getSeconds()], [28, 0, 0, 1]);
  });
});
