// What Settings Sync carries: small, and nothing but events that the record knows.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareEvents, type RecordEvent } from '../../../src/core/progress/events';
import { createProgressFold, type ProgressState } from '../../../src/core/progress/progressState';
import { digestEvents, digestLimit, syncDigest } from '../../../src/core/progress/syncDigest';
import { answer, read, stored } from './windows';

function derive(events: readonly RecordEvent[]): ProgressState {
  const fold = createProgressFold();
  for (const event of events) fold.add(event);
  return fold.state();
}

const payload = fc.oneof(
  fc.tuple(fc.constantFrom('maml', 'bert'), fc.boolean()).map(([slug, isRead]) => read(slug, isRead)),
  fc.tuple(fc.constantFrom('maml', 'bert'), fc.boolean()).map(([slug, flagged]) => ({ type: 'noteFlagged' as const, slug, flagged })),
  fc
    .tuple(fc.constantFrom('s1', 's2'), fc.constantFrom('q1', 'q2', 'q3'), fc.boolean(), fc.constantFrom(undefined, 1, 2, 3))
    .map(([session, question, correct, confidence]) => ({
      ...answer(session, question, correct),
      ...(confidence === undefined ? {} : { confidence, ms: 1000 * confidence }),
    })),
);
const record = fc
  .array(fc.tuple(fc.nat({ max: 9 }), payload), { maxLength: 40 })
  .map((list) => list.map(([order, event], index) => stored(`e${index}`, order, event)));

describe('the digest for Settings Sync', () => {
  it('gives back true events, and with them what is read, flagged and last answered', () => {
    fc.assert(
      fc.property(record, (events) => {
        const carried = digestEvents(JSON.parse(JSON.stringify(syncDigest(events))));
        const known = new Map(events.map((event) => [event.id, event]));
        for (const event of carried) assert.deepEqual(event, known.get(event.id));
        const [here, there] = [derive(events), derive(carried)];
        assert.deepEqual([...there.readNotes].sort(), [...here.readNotes].sort());
        assert.deepEqual([...there.flaggedNotes].sort(), [...here.flaggedNotes].sort());
        for (const [question, { last }] of here.answers) assert.equal(there.answers.get(question)?.last.id, last.id);
      }),
    );
  });

  it('says the same again after its events were taken in, so that two machines come to rest', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const ours = new Map([...a, ...digestEvents(syncDigest(b))].map((event) => [event.id, event]));
        const theirs = new Map([...b, ...digestEvents(syncDigest([...ours.values()]))].map((event) => [event.id, event]));
        const once = syncDigest([...ours.values()]);
        assert.deepEqual(syncDigest([...ours.values(), ...digestEvents(once)].sort(compareEvents)), once);
        assert.ok(theirs.size >= digestEvents(once).length);
      }),
    );
  });

  it('stays small with 2,000 questions, and keeps the newest', () => {
    const name = (i: number) => `some-rather-long-topic-question-number-${i}`;
    const events = Array.from({ length: 2000 }, (_, i) =>
      stored(`3f1c9a52-77aa-4c1e-9d0b-${String(i).padStart(12, '0')}`, i, answer(`s${i >> 4}`, name(i), true)),
    );
    const digest = syncDigest(events);
    assert.ok(JSON.stringify(digest).length <= digestLimit, String(JSON.stringify(digest).length));
    assert.ok(digest.answers.length > 300, String(digest.answers.length));
    assert.equal(digestEvents(digest)[0]?.id, events.at(-1)?.id);
  });

  it('takes nothing from a digest that is damaged or of another version', () => {
    const whole = syncDigest([stored('a', 1, read('maml'))]);
    assert.equal(digestEvents(whole).length, 1);
    assert.deepEqual(digestEvents({ ...whole, version: 2 }), []);
    assert.deepEqual(digestEvents({ ...whole, words: [] }), []);
    for (const value of [undefined, null, 7, 'x', [], {}]) assert.deepEqual(digestEvents(value), []);
  });
});
