// The record on several machines under Settings Sync: what was done elsewhere is there before the first answer, and nothing is overwritten unread.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { answer, openWindow, read, type TestWindow } from './windows';
import { MemoryDisk } from './memoryFolder';
import { syncRecord, type RecordSync, type SyncedMemory } from '../../../src/host/progress/syncRecord';

/** What one machine's editor remembers; the value is copied, as between processes. */
class Memory implements SyncedMemory {
  value: unknown;
  keys: readonly string[] = [];
  updates = 0;
  get<T>(): T | undefined {
    return this.value as T | undefined;
  }
  update(_: string, value: unknown): Promise<void> {
    this.updates++;
    this.arrive(value);
    return Promise.resolve();
  }
  setKeysForSync(keys: readonly string[]): void {
    this.keys = keys;
  }
  arrive(value: unknown): void {
    this.value = JSON.parse(JSON.stringify(value));
  }
}

interface Machine {
  readonly memory: Memory;
  readonly record: TestWindow;
  readonly sync: RecordSync;
  readonly warnings: string[];
}

const machines: Machine[] = [];

/** A machine on which the record is being opened. */
async function machine(sent?: unknown, isOn: () => boolean = () => true): Promise<Machine> {
  const memory = new Memory();
  if (sent !== undefined) memory.arrive(sent);
  const record = openWindow(new MemoryDisk());
  const warnings: string[] = [];
  const sync = syncRecord({ record, memory, isOn, warn: (text) => warnings.push(text) });
  sync.choose();
  await record.refresh();
  await sync.takeIn();
  const opened = { memory, record, sync, warnings };
  machines.push(opened);
  return opened;
}

async function digestAfter(...work: Parameters<TestWindow['append']>[0]): Promise<unknown> {
  const { memory, record, sync } = await machine();
  for (const payload of work) await record.append([payload]);
  await sync.exchange();
  return memory.value;
}

describe('the record under Settings Sync', () => {
  afterEach(() => machines.splice(0).forEach(({ sync }) => sync.dispose()));

  it('is there on a fresh machine as soon as it opens, and the first answer given there is the later one', async () => {
    const sent = await digestAfter(read('maml'), answer('s', 'q', false), answer('t', 'q', false));
    const { record } = await machine(sent);
    assert.equal(record.state().answers.get('q')?.last.correct, false);
    await record.append([answer('u', 'q', true)]);
    assert.equal(record.state().answers.get('q')?.last.session, 'u');
  });

  it('is later than everything that was known elsewhere, even than what the digest leaves out', async () => {
    const quiz = { type: 'quizStarted' as const, session: 's', topics: ['maml'], questions: ['q'], seed: 1 };
    const { record } = await machine(await digestAfter(quiz, quiz, quiz));
    assert.equal(record.events().length, 0);
    await record.append([read('maml')]);
    assert.equal(record.events()[0]?.order, 4);
  });

  it('starts afresh on every machine', async () => {
    const first = await machine();
    await first.record.append([answer('s', 'q', true)]);
    await first.sync.exchange();
    const second = await machine(first.memory.value);
    assert.equal(second.record.state().answers.size, 1);
    await first.record.append([{ type: 'recordReset' }]);
    await first.sync.exchange();
    second.memory.arrive(first.memory.value);
    await second.sync.takeIn();
    assert.equal(second.record.state().answers.size, 0);
    await second.record.append([answer('t', 'q', true)]);
    assert.equal(second.record.state().answers.size, 1);
    assert.equal((await machine(first.memory.value)).record.state().answers.size, 0);
  });

  it('opens whatever stands in the synced memory', async () => {
    for (const sent of [null, 7, 'x', [], {}, { version: 2, words: 'damaged' }, { version: 99 }]) {
      const { record, warnings } = await machine(sent);
      assert.equal(record.events().length, 0);
      assert.deepEqual(warnings, []);
    }
  });

  it('opens when what was sent cannot be stored, and takes it in the next time', async () => {
    const sent = await digestAfter(read('maml'));
    const disk = new MemoryDisk();
    let full = true;
    const step = async (operation: string) => {
      if (full && operation === 'write') throw new Error('no space left');
    };
    const record = openWindow(disk, { step });
    const memory = new Memory();
    memory.arrive(sent);
    const warnings: string[] = [];
    const sync = syncRecord({ record, memory, isOn: () => true, warn: (text) => warnings.push(text) });
    await record.refresh();
    await sync.takeIn();
    assert.match(warnings.join(), /no space left/);
    full = false;
    await sync.takeIn();
    assert.ok(record.state().readNotes.has('maml'));
    sync.dispose();
  });

  it('does not overwrite what arrives while its own digest is being made', async () => {
    const sent = await digestAfter(read('bert'));
    const { memory, record, sync } = await machine();
    await record.append([read('maml')]);
    const refresh = record.refresh.bind(record);
    let meanwhile = (): void => memory.arrive(sent);
    const slow = syncRecord({
      record: {
        ...record,
        async refresh() {
          await refresh();
          meanwhile();
          meanwhile = () => undefined;
        },
      },
      memory,
      isOn: () => true,
      warn: assert.fail,
    });
    await slow.exchange();
    assert.deepEqual([...record.state().readNotes].sort(), ['bert', 'maml']);
    assert.deepEqual([...(await machine(memory.value)).record.state().readNotes].sort(), ['bert', 'maml']);
    slow.dispose();
    sync.dispose();
  });

  it('gives back what a machine sent that did not know everything, and then comes to rest', async () => {
    const [a, b] = [await machine(), await machine()];
    await a.record.append([read('maml'), answer('s', 'q', true)]);
    await b.record.append([read('bert'), { type: 'quizStarted', session: 's', topics: [], questions: [], seed: 1 }]);
    await b.sync.exchange();
    const carry = async (from: Machine, to: Machine) => {
      to.memory.arrive(from.memory.value);
      await to.sync.exchange();
    };
    for (let round = 0; round < 3; round++) {
      await carry(b, a);
      await carry(a, b);
    }
    const before = a.memory.updates + b.memory.updates;
    await carry(a, b);
    await carry(b, a);
    assert.equal(a.memory.updates + b.memory.updates, before);
    for (const { record } of [a, b]) assert.deepEqual([...record.state().readNotes].sort(), ['bert', 'maml']);
  });

  it('says nothing while a machine is fresh, so that it never overwrites what the others are about to send', async () => {
    const { memory, sync } = await machine();
    await sync.exchange();
    assert.equal(memory.updates, 0);
  });

  it('is written a while after something new has arrived, but never in answer to a later version', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const [sent, { memory, record, sync }] = [await digestAfter(read('bert')), await machine()];
      await record.append([read('maml')]);
      const passes = async () => {
        mock.timers.tick(60_000);
        await new Promise(setImmediate);
      };
      memory.arrive({ version: 99 });
      await sync.takeIn();
      await passes();
      assert.equal(memory.updates, 0);
      memory.arrive(sent);
      await sync.takeIn();
      await passes();
      assert.equal(memory.updates, 1);
    } finally {
      mock.timers.reset();
    }
  });

  it('stays on its machine once the learner says so', async () => {
    let isOn = true;
    const { memory, record, sync } = await machine(undefined, () => isOn);
    assert.equal(memory.keys.length, 1);
    isOn = false;
    sync.choose();
    assert.deepEqual(memory.keys, []);
    await record.append([read('maml')]);
    await sync.exchange();
    assert.equal(memory.updates, 0);
    memory.arrive(await digestAfter(read('bert')));
    await sync.takeIn();
    assert.ok(!record.state().readNotes.has('bert'));
  });
});
