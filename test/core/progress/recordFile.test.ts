// The text of a record file and of an exported record: what goes in comes out, and what is wrong is named.
import * as assert from 'node:assert';
import { exportRecord, exportedRecordSchema } from '../../../src/core/progress/exportedRecord';
import { createProgressFold } from '../../../src/core/progress/progressState';
import { damageSentence, decodeRecordFile, encodeRecordFile, type Damage } from '../../../src/core/progress/recordFile';
import { resultsCsv } from '../../../src/core/progress/resultsCsv';
import { decode } from '../../../src/protocol/decode';
import { answer, read, stored } from './windows';

const events = [stored('a', 1, read('maml')), stored('b', 2, answer('s', 'q', true)), stored('c', 3, answer('s', 'r', false))];
const text = encodeRecordFile(events);

describe('a file of the record', () => {
  it('gives back the events that were written', () => {
    assert.deepStrictEqual(decodeRecordFile(text), { events, damage: null, newer: false });
  });

  it('has one line for the heading and one for each event', () => {
    assert.strictEqual(text.split('\n')[0], '{"format":"eShikaku.record","version":1,"events":3}');
    assert.strictEqual(text.split('\n').length, 5);
  });

  const lines = text.split('\n');
  const cases: [string, string, Damage, number][] = [
    ['an empty file', '', { kind: 'empty' }, 0],
    ['a file of zeros', '\0'.repeat(400), { kind: 'zeros' }, 0],
    ['a file cut inside an event', text.slice(0, -20), { kind: 'cut' }, 2],
    ['a file cut between two events', lines.slice(0, 3).join('\n') + '\n', { kind: 'cut' }, 2],
    ['a file whose end is zeros', text.slice(0, -60).padEnd(text.length, '\0'), { kind: 'cut' }, 2],
    ['a file without its heading', lines.slice(1).join('\n'), { kind: 'heading' }, 3],
    ['a file with a broken line inside', text.replace(lines[2]!, lines[2]!.slice(5)), { kind: 'line', line: 3 }, 2],
    ['an event with an impossible value', text.replace('"read":true', '"read":"yes"'), { kind: 'line', line: 2 }, 2],
    ['something else altogether', 'PNG\n\x1a\n', { kind: 'heading' }, 0],
  ];
  for (const [name, damaged, damage, kept] of cases) {
    it(`names the damage of ${name} and keeps ${kept} of 3 events`, () => {
      const file = decodeRecordFile(damaged);
      assert.deepStrictEqual(file.damage, damage);
      assert.strictEqual(file.events.length, kept);
      assert.match(damageSentence(damage), /^[A-Z].*\.$/);
    });
  }
});

const quizUntil = (deadline: number) => ({ type: 'quizStarted', session: 's', topics: [], questions: [], seed: 1, deadline });

describe('an exported record', () => {
  it('is the same file whatever order the events came in', () => {
    assert.strictEqual(JSON.stringify(exportRecord([...events].reverse())), JSON.stringify(exportRecord(events)));
  });

  it('is read back as it was written', () => {
    assert.deepStrictEqual(decode(exportedRecordSchema, JSON.parse(JSON.stringify(exportRecord(events))), 'my.json').events, events);
  });

  const refuse = (change: (record: { version: unknown; events: Record<string, unknown>[] }) => void, message: RegExp) => {
    const record = structuredClone(exportRecord(events)) as unknown as { version: unknown; events: Record<string, unknown>[] };
    change(record);
    assert.throws(() => decode(exportedRecordSchema, record, 'my.json'), message);
  };

  it('is refused with the file, the place and the value', () => {
    refuse(
      (record) => (record.events[1]!['at'] = 'yesterday'),
      /^ProtocolError: my\.json: “events\.1\.at” is "yesterday", expected number\.$/,
    );
    refuse((record) => (record.version = 7), /“version” is 7, expected 1/);
    refuse((record) => (record.events[2]!['type'] = 'guessed'), /“events\.2\.type” is "guessed"/);
    refuse((record) => (record.events[0]!['order'] = 2 ** 60), /“events\.0\.order”/);
    assert.throws(() => decode(exportedRecordSchema, [], 'my.json'), /my\.json/);
  });

  it('is refused with a time outside the calendar, which no statistics and no table could show', () => {
    for (const at of [8.64e15 + 1, -8.64e15 - 1, Infinity]) {
      refuse((record) => (record.events[1]!['at'] = at), /“events\.1\.at”/);
      refuse((record) => (record.events[1] = { ...record.events[1], ...quizUntil(at) }), /“events\.1\.deadline”/);
    }
    refuse((record) => (record.events[1]!['ms'] = Infinity), /“events\.1\.ms”/);
  });

  it('may reach to either end of the calendar, and its table still has every line', () => {
    const ends = [-8.64e15, 8.64e15].map((at, i) => ({ ...stored(`${i}`, i, answer('s', `q${i}`, true)), at }));
    const fold = createProgressFold();
    for (const event of decode(exportedRecordSchema, exportRecord(ends), 'my.json').events) fold.add(event);
    assert.strictEqual(resultsCsv(fold.state().history, String).trim().split('\r\n').length, 3);
  });
});
