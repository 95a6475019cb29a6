// What Settings Sync carries: small, and nothing but events that the record knows.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareEvents, type RecordEvent } from '../../../src/core/progress/events';
import { createProgressFold, type ProgressState } from '../../../src/core/progress/progressState';
import { digestEvents, digestLimit, readDigest, syncDigest, type SyncDigest } from '../../../src/core/progress/syncDigest';
import { answer, read, stored } from './windows';

const digestOf = (events: readonly RecordEvent[]): SyncDigest =>
  syncDigest({ events, state: derive(events), order: Math.max(0, ...events.map(({ order }) => order)) });

/** What another machine takes from it. */
function carriedBy(value: unknown): readonly RecordEvent[] {
  const digest = readDigest(value);
  return digest ? digestEvents(digest) : [];
}

function derive(events: Iterable<RecordEvent>): ProgressState {
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
        const carried = carriedBy(JSON.parse(JSON.stringify(digestOf(events))));
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
        const ours = new Map([...a, ...carriedBy(digestOf(b))].map((event) => [event.id, event]));
        const theirs = new Map([...b, ...carriedBy(digestOf([...ours.values()]))].map((event) => [event.id, event]));
        const once = digestOf([...ours.values()]);
        assert.deepEqual(digestOf([...ours.values(), ...carriedBy(once)].sort(compareEvents)), once);
        assert.ok(theirs.size >= carriedBy(once).length);
      }),
    );
  });

  it('stays small with 2,000 questions, and keeps the newest', () => {
    const name = (i: number) => `some-rather-long-topic-question-number-${i}`;
    const events = Array.from({ length: 2000 }, (_, i) =>
      stored(`3f1c9a52-77aa-4c1e-9d0b-${String(i).padStart(12, '0')}`, i, answer(`s${i >> 4}`, name(i), true)),
    );
    const digest = digestOf(events);
    assert.ok(JSON.stringify(digest).length <= digestLimit, String(JSON.stringify(digest).length));
    assert.ok(digest.answers.length > 300, String(digest.answers.length));
    assert.equal(carriedBy(digest)[0]?.id, events.at(-1)?.id);
  });

  it('takes nothing from a digest that is damaged or of another version', () => {
    const whole = digestOf([stored('a', 1, read('maml'))]);
    assert.equal(carriedBy(whole).length, 1);
    assert.deepEqual(carriedBy({ ...whole, version: 3 }), []);
    assert.deepEqual(carriedBy({ ...whole, words: [] }), []);
    assert.deepEqual(carriedBy({ ...whole, order: 2 ** 60 }), []);
    for (const value of [undefined, null, 7, 'x', [], {}]) assert.deepEqual(carriedBy(value), []);
  });

  it('is still read where a machine with version 1 wrote it', () => {
    const { version, order, rulings, ...facts } = digestOf([stored('a', 1, read('maml')), stored('b', 2, answer('s', 'q', true))]);
    assert.deepEqual([version, order, rulings], [2, 2, []]);
    const first = carriedBy({ version: 1, ...facts });
    assert.deepEqual(first.map(({ id }) => id).sort(), ['a', 'b']);
    assert.deepEqual(carriedBy({ version: 1, ...facts, rulings: [] }), [], 'version 1 had no rulings');
  });

  it('carries a fresh start, leaves out what was before it, and brings all of it back once that is undone', () => {
    const before = [stored('a', 1, read('maml')), stored('b', 2, answer('s', 'q', true))];
    const reset = stored('r', 3, { type: 'recordReset' });
    const after = stored('c', 4, answer('t', 'p', true));
    const ids = (events: readonly RecordEvent[]) => carriedBy(digestOf(events)).map(({ id }) => id);
    assert.deepEqual(ids([...before, reset, after]), ['r', 'c']);
    const undone = stored('u', 5, { type: 'resetUndone', reset: 'r' });
    const all = [...before, reset, after, undone];
    assert.deepEqual(ids(all).sort(), ['a', 'b', 'c', 'r', 'u']);
    assert.equal(derive([reset, ...carriedBy(digestOf(all))]).reset, null);
  });

  it('sets aside and counts the same on a machine that had some of the record already', () => {
    fc.assert(
      fc.property(
        record,
        fc.array(fc.tuple(fc.nat({ max: 9 }), fc.constantFrom('r0', 'r1', null)), { maxLength: 4 }),
        fc.infiniteStream(fc.boolean()),
        (facts, plan, kept) => {
          const rulings = plan.map(([order, undone], i) =>
            stored(`r${i}`, order, undone === null ? { type: 'recordReset' } : { type: 'resetUndone', reset: undone }),
          );
          // A quiz is answered on one machine, so that no machine has the second of two answers without the first.
          const apart = facts.map((event) => (event.type === 'answered' ? { ...event, session: event.id } : event));
          const here = [...apart, ...rulings];
          const some = here.filter(() => kept.next().value);
          const there = derive(new Map([...some, ...carriedBy(digestOf(here))].map((event) => [event.id, event])).values());
          const expected = derive(here);
          assert.equal(there.reset?.id, expected.reset?.id);
          assert.deepEqual([...there.readNotes].sort(), [...expected.readNotes].sort());
          assert.deepEqual([...there.flaggedNotes].sort(), [...expected.flaggedNotes].sort());
          assert.deepEqual([...there.answers.keys()].sort(), [...expected.answers.keys()].sort());
          for (const [question, { last }] of expected.answers) assert.equal(there.answers.get(question)?.last.id, last.id);
        },
      ),
    );
  });
});
