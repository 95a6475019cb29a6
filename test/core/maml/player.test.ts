// Playing and scrubbing never run ahead of what is drawn.
import assert from 'node:assert/strict';
import { SPEEDS } from '../../../src/core/maml/trace/speeds';
import { Player } from '../../../src/host/maml/player';
import { Scrubbing } from '../../../src/webview/maml/scrubbing';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function played(limit: number) {
  const moves: string[] = [];
  const states: (string | null)[] = [];
  const player = new Player({
    move: async (move) => {
      moves.push(move);
      return moves.length < limit;
    },
    changed: (playing) => states.push(playing),
  });
  player.speed = 'quick';
  return { moves, states, player };
}

describe('the player', () => {
  it('makes the next move only after the last one has been drawn', async () => {
    const { moves, player } = played(99);
    player.play('forward');
    await wait(3 * SPEEDS.quick.every);
    assert.equal(moves.length, 1, 'nothing has been drawn yet');
    player.drawn();
    player.drawn();
    await wait(1.5 * SPEEDS.quick.every);
    assert.deepEqual(moves, ['in', 'in']);
    player.pause();
    player.drawn();
    await wait(1.5 * SPEEDS.quick.every);
    assert.equal(moves.length, 2);
  });

  it('plays backwards, and pauses by itself where there is nowhere to go', async () => {
    const { moves, states, player } = played(1);
    player.play('backward');
    await wait(10);
    assert.deepEqual([moves, states, player.playing], [['back'], ['backward', null], null]);
  });
});

describe('the scrubber', () => {
  it('has one jump under way; the latest wish follows, those between are forgotten', () => {
    const jumps: number[] = [];
    const scrubbing = new Scrubbing((executed) => jumps.push(executed));
    for (const at of [1, 2, 3, 4]) scrubbing.to(at, 10 * at);
    assert.deepEqual([jumps, scrubbing.thumb], [[10], 4]);
    scrubbing.drawn();
    assert.deepEqual([jumps, scrubbing.thumb], [[10, 40], 4]);
    scrubbing.drawn();
    assert.deepEqual([jumps, scrubbing.thumb], [[10, 40], undefined]);
  });
});
