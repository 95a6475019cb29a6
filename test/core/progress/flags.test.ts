// Flags on topics: the last one counts, in whatever order the events arrive.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { eventVersion, type RecordEvent } from '../../../src/core/progress/events';
import { createProgressFold } from '../../../src/core/progress/progressState';
import { decodeRecordFile, encodeRecordFile } from '../../../src/core/progress/recordFile';

const flag = (order: number, slug: string, flagged: boolean): RecordEvent => ({
  v: eventVersion,
  id: `${order}`,
  order,
  at: 1000 + order,
  window: 'w',
  type: 'noteFlagged',
  slug,
  flagged,
});
const events = [flag(1, 'maml', true), flag(2, 'bert', true), flag(3, 'maml', false), flag(4, 'gan-family', true)];

describe('flags', () => {
  it('follow from the events in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        const fold = createProgressFold();
        for (const event of shuffled) fold.add(event);
        assert.deepEqual([...fold.state().flaggedNotes].sort(), ['bert', 'gan-family']);
        assert.equal(fold.state().readNotes.size, 0);
      }),
    );
  });

  it('survive the file', () => {
    assert.deepEqual(decodeRecordFile(encodeRecordFile(events)).events, events);
  });
});
