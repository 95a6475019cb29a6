// The record under everything that goes wrong on disks and between windows: whatever was stored once is there for ever, and once.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { eventVersion } from '../../../src/core/progress/events';
import { encodeRecordFile } from '../../../src/core/progress/recordFile';
import { setAside } from '../../../src/core/progress/recordFolder';
import { Killed, MemoryDisk } from './memoryFolder';
import { answer, freshWindow, openWindow, read, stored } from './windows';

const runs = { numRuns: 300 };
const minutes = 60_000;

describe('the record', () => {
  it('keeps what one window stored for the next one', async () => {
    const disk = new MemoryDisk();
    const first = openWindow(disk);
    await first.refresh();
    await first.append([read('maml')]);
    await first.append([answer('s', 'q1', true), answer('s', 'q2', false)]);
    const second = await freshWindow(disk);
    assert.deepStrictEqual(second.ids(), first.ids());
    assert.ok(second.state().readNotes.has('maml'));
    assert.strictEqual(second.state().answers.get('q2')?.wrong, 1);
    assert.deepStrictEqual(second.problems, []);
  });

  it('shows another window’s answers after a refresh', async () => {
    const disk = new MemoryDisk();
    const [here, there] = [openWindow(disk), openWindow(disk)];
    await Promise.all([here.refresh(), there.refresh()]);
    await there.append([answer('s', 'q', true)]);
    assert.strictEqual(here.state().answers.size, 0);
    await here.refresh();
    assert.strictEqual(here.state().answers.get('q')?.right, 1);
  });

  it('takes the later of two marks even where the clock has jumped back', async () => {
    const disk = new MemoryDisk();
    const window = openWindow(disk, { now: () => (disk.clock -= 5 * minutes) });
    await window.refresh();
    await window.append([read('maml')]);
    await window.append([read('maml', false)]);
    assert.ok(!(await freshWindow(disk)).state().readNotes.has('maml'));
  });

  it('loses and doubles nothing when windows answer, read and merge at once', async () => {
    const work = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.constantFrom('append', 'append', 'append', 'refresh')), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), work, async (scheduler, jobs) => {
        const disk = new MemoryDisk();
        const step = (operation: string, path: string) =>
          scheduler.schedule(Promise.resolve(), `${operation} ${path}`).then(() => undefined);
        const windows = [0, 1, 2].map(() => openWindow(disk, { step, mergeAbove: 2 }));
        const stored = new Set<string>();
        const append = async (which: number, slug: string) => {
          await windows[which]!.append([read(slug)]);
          stored.add(slug);
        };
        const refresh = async (which: number) => {
          const before = [...stored];
          await windows[which]!.refresh();
          for (const slug of before) assert.ok(windows[which]!.state().readNotes.has(slug), `${slug} was stored before the reading began`);
        };
        const done = jobs.map(([which, job], index) => (job === 'append' ? append(which, `n${index}`) : refresh(which)));
        await scheduler.waitFor(Promise.all(done));
        const merges = windows.map((window) => window.append([]));
        await scheduler.waitFor(Promise.all(merges));
        const fresh = await freshWindow(disk);
        const expected = jobs.flatMap(([, job], index) => (job === 'append' ? [`n${index}`] : []));
        assert.deepStrictEqual([...fresh.state().readNotes].sort(), expected.sort());
        assert.strictEqual(fresh.ids().length, expected.length);
        assert.deepStrictEqual([...fresh.problems, ...windows.flatMap(({ problems }) => problems)], []);
      }),
      runs,
    );
  });

  it('keeps every stored event when windows are killed at any moment, half-written files and all', async () => {
    const part = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (text: string) => text.slice(0, Math.floor(share * text.length))),
      fc.constant((text: string) => '\0'.repeat(text.length)),
      fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((share) => (text: string) => text.slice(0, Math.floor(share * text.length)).padEnd(text.length, '\0')),
    );
    const life = fc.record({ operations: fc.nat({ max: 60 }), appends: fc.nat({ max: 12 }), part });
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 6 }), async (lives) => {
        const disk = new MemoryDisk();
        const acknowledged = new Set<string>();
        const begun = new Set<string>();
        for (const [number, { operations, appends, part }] of lives.entries()) {
          let left = operations;
          let kill: () => void = () => undefined;
          const killed = new Promise<void>((resolve) => (kill = resolve));
          const step = async () => {
            if (left-- > 0) return;
            kill();
            throw new Killed(part);
          };
          const window = openWindow(disk, { step, mergeAbove: 2 });
          const live = async () => {
            await window.refresh();
            for (let i = 0; i < appends; i++) {
              begun.add(`${number}.${i}`);
              await window.append([read(`${number}.${i}`)]);
              acknowledged.add(`${number}.${i}`);
              await window.refresh();
            }
          };
          await Promise.race([live(), killed]);
          disk.clock += 5 * minutes;
        }
        const fresh = await freshWindow(disk);
        const notes = fresh.state().readNotes;
        for (const slug of acknowledged) assert.ok(notes.has(slug), `${slug} was lost`);
        for (const slug of notes) assert.ok(begun.has(slug), `${slug} was never written`);
        assert.strictEqual(fresh.ids().length, notes.size, 'an event counts twice');
        const next = await freshWindow(disk);
        assert.deepStrictEqual(next.ids(), fresh.ids());
        assert.deepStrictEqual(next.problems, [], 'a damaged file is reported once');
      }),
      runs,
    );
  });

  it('sets damaged files aside with their bytes and a reason, tells it once, and keeps the rest', async () => {
    const damage = fc.oneof(
      fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
      fc.record({ kind: fc.constant('zeros' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
      fc.record({ kind: fc.constant('line' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
    );
    const files = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(damage)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(files, async (plan) => {
        const disk = new MemoryDisk();
        const expected: string[] = [];
        const broken: string[] = [];
        plan.forEach(([count, harm], file) => {
          const events = Array.from({ length: count }, (_, i) => stored(`${file}.${i}`, file * 10 + i));
          const lines = encodeRecordFile(events).split(/(?<=\n)/);
          let text = lines.join('');
          if (harm) {
            const at = Math.floor(harm.at * text.length);
            if (harm.kind === 'cut') text = text.slice(0, at);
            if (harm.kind === 'zeros') text = text.slice(0, at).padEnd(text.length, '\0');
            if (harm.kind === 'line')
              text = lines.map((line, i) => (i === Math.floor(harm.at * lines.length) ? '{"id":"?"}\n' : line)).join('');
            broken.push(text);
          }
          const whole = new Set(text.split('\n'));
          expected.push(...events.filter((event) => whole.has(JSON.stringify(event))).map(({ id }) => id));
          disk.put(`elsewhere-${file}.jsonl`, text);
        });
        const fresh = await freshWindow(disk);
        assert.deepStrictEqual(fresh.ids(), expected.sort());
        assert.strictEqual(fresh.problems.length, broken.length);
        assert.deepStrictEqual(disk.aside().sort(), broken.sort());
        for (const { movedTo } of fresh.problems) assert.match(disk.text(`${movedTo}.reason.txt`) ?? '', /^.+\.\n$/);
        const next = await freshWindow(disk);
        assert.deepStrictEqual(next.ids(), expected);
        assert.deepStrictEqual(next.problems, []);
      }),
      runs,
    );
  });

  it('keeps events of a later version for that version, and counts what it understands', async () => {
    const disk = new MemoryDisk();
    const later = JSON.stringify({ v: eventVersion + 1, id: 'later', order: 2, at: 1, window: 'w', type: 'labPredicted', guess: 3 });
    const text = `{"format":"eShikaku.record","version":1,"events":2}\n${JSON.stringify(stored('now', 1))}\n${later}\n`;
    disk.put('elsewhere-1.jsonl', text);
    disk.put('elsewhere-2.jsonl', '{"format":"eShikaku.record","version":2,"whatever":true}\n…');
    const first = await freshWindow(disk);
    assert.deepStrictEqual(first.ids(), ['now']);
    assert.deepStrictEqual(
      first.problems.map(({ damage }) => damage),
      ['newer', 'newer'],
    );
    assert.strictEqual(disk.text(`${setAside}/newer--elsewhere-1.jsonl`), text);
    const second = await freshWindow(disk);
    assert.deepStrictEqual(second.ids(), ['now']);
    assert.deepStrictEqual(second.problems, []);
  });

  it('leaves another window’s unfinished file alone, and finishes it once it is whole', async () => {
    const disk = new MemoryDisk();
    const text = encodeRecordFile([stored('a', 1)]);
    disk.put('elsewhere-1.tmp', text.slice(0, 40));
    const window = await freshWindow(disk);
    assert.strictEqual(disk.text('elsewhere-1.tmp'), text.slice(0, 40));
    disk.put('elsewhere-1.tmp', text);
    await window.refresh();
    assert.deepStrictEqual(window.ids(), ['a']);
    assert.strictEqual(disk.text('elsewhere-1.jsonl'), text);
    assert.deepStrictEqual(window.problems, []);
  });

  it('reads a file that was locked for a moment as soon as it is free, and says nothing of it', async () => {
    const disk = new MemoryDisk();
    disk.put('elsewhere-1.jsonl', encodeRecordFile([stored('a', 1)]));
    const newer = '{"format":"eShikaku.record","version":1,"events":1}\n' + JSON.stringify(stored('b', 2)) + '\n';
    disk.put(`${setAside}/newer--elsewhere-2.jsonl`, newer);
    let locked = true;
    const step = async (operation: string, path: string) => {
      if (locked && operation === 'read' && path.includes('elsewhere')) throw new Error('EBUSY');
    };
    const window = openWindow(disk, { step });
    await window.refresh();
    await window.refresh();
    assert.deepStrictEqual(window.ids(), []);
    locked = false;
    await window.refresh();
    assert.deepStrictEqual(window.ids(), ['a', 'b']);
    assert.deepStrictEqual(window.problems, []);
  });

  it('stores what could be read of a damaged file once, however long the file cannot be moved', async () => {
    const disk = new MemoryDisk();
    disk.put('elsewhere-1.jsonl', encodeRecordFile([stored('a', 1), stored('b', 2)]).slice(0, -20));
    let locked = true;
    const step = async (operation: string, path: string) => {
      if (locked && operation === 'rename' && path === 'elsewhere-1.jsonl') throw new Error('EBUSY');
    };
    const window = openWindow(disk, { step });
    for (let i = 0; i < 6; i++) await window.refresh();
    assert.strictEqual(disk.files.size, 2);
    locked = false;
    await window.refresh();
    assert.strictEqual(disk.text('elsewhere-1.jsonl'), undefined);
    assert.deepStrictEqual((await freshWindow(disk)).ids(), ['a']);
  });

  it('reads the rest when the disk refuses one file, tells it after the third time, and leaves that file in its place', async () => {
    const disk = new MemoryDisk();
    disk.put('elsewhere-1.jsonl', encodeRecordFile([stored('a', 1)]));
    disk.put('elsewhere-2.jsonl', encodeRecordFile([stored('b', 2)]));
    const step = async (operation: string, path: string) => {
      if (operation === 'read' && path === 'elsewhere-1.jsonl') throw new Error('EIO');
    };
    const window = openWindow(disk, { step, mergeAbove: 0 });
    await window.refresh();
    await window.append([read('maml')]);
    await window.refresh();
    await window.append([]);
    assert.strictEqual(window.state().readNotes.has('note-b'), true);
    assert.deepStrictEqual(window.problems, []);
    for (let i = 0; i < 4; i++) await window.refresh();
    assert.deepStrictEqual(
      window.problems.map(({ file, movedTo, error }) => [file, movedTo, error]),
      [['elsewhere-1.jsonl', null, 'Error: EIO']],
    );
    assert.deepStrictEqual((await freshWindow(disk)).ids().length, 3);
  });

  it('merges small files into one and forgets none of them', async () => {
    const disk = new MemoryDisk();
    const window = openWindow(disk, { mergeAbove: 10 });
    for (let i = 0; i < 25; i++) await window.append([answer('s', `q${i}`, i % 2 === 0)]);
    await window.refresh();
    await window.append([]);
    assert.ok(disk.files.size <= 3, `${disk.files.size} files are left`);
    assert.strictEqual((await freshWindow(disk)).state().answers.size, 25);
  });

  it('reads again when another window merges the files between listing and reading', async () => {
    const disk = new MemoryDisk();
    const merging = openWindow(disk, { mergeAbove: 2 });
    for (let i = 0; i < 6; i++) await merging.append([read(`n${i}`)]);
    let merged = false;
    const step = async (operation: string) => {
      if (operation !== 'read' || merged) return;
      merged = true;
      await merging.refresh();
      await merging.append([]);
    };
    const reading = openWindow(disk, { step });
    await reading.refresh();
    assert.strictEqual(disk.files.size, 1);
    assert.strictEqual(reading.state().readNotes.size, 6);
  });

  it('rejects an event that could not be stored, and does not count it', async () => {
    const disk = new MemoryDisk();
    let full = true;
    const step = async (operation: string) => {
      if (full && operation === 'write') throw new Error('no space left');
    };
    const window = openWindow(disk, { step });
    await window.refresh();
    await assert.rejects(window.append([read('maml')]), /no space left/);
    assert.ok(!window.state().readNotes.has('maml'));
    full = false;
    await window.append([read('maml')]);
    assert.ok((await freshWindow(disk)).state().readNotes.has('maml'));
  });
});
