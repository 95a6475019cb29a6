/** What the rest of the editor feels while the extension trains: blocks of the event loop in a real extension host, and cancelling. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Turns of the event loop of at least 1 ms, and how long they took, in milliseconds. */
interface Blocks {
  readonly blocks: number;
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

export interface HostFigures {
  readonly host: string;
  /** Milliseconds from asking for the extension to its being active: its code read and run. */
  readonly activation: number;
  /** `computing` leaves out what the thread spent waiting for a processor; the web worker cannot tell. */
  readonly training: Readonly<Record<string, Blocks & { readonly seconds: number; readonly computing?: Blocks }>>;
  /** Milliseconds from cancelling to the answer. */
  readonly cancel: { readonly median: number; readonly longest: number };
}

const MARK = '::bench ';
const ms = (value: number) => value.toFixed(1).padStart(8);

/** Both hosts, one after the other; needs what the in-host tests need (a browser, and the embedded editor of the cache). */
export async function benchHosts(): Promise<HostFigures[]> {
  console.log('\nBlocks of the event loop of the extension host (turns of 1 ms and more), in ms');
  const child = spawn(process.execPath, [resolve('test/bench/inHost/run.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const figures: HostFigures[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith(MARK)) continue;
    const found = JSON.parse(line.slice(MARK.length)) as HostFigures;
    figures.push(found);
    print(found);
  }
  if (figures.length === 0) console.log('  not measured: the embedded editor could not be started');
  return figures;
}

function print({ host, activation, training, cancel }: HostFigures): void {
  console.log(`  ${host} host: active after ${activation.toFixed(0)} ms`);
  console.log(`    ${'turns while'.padEnd(32)}   median     99 %  longest   blocks`);
  const line = (name: string, { median, p99, longest, blocks }: Blocks) =>
    console.log(`    ${name.padEnd(32)} ${ms(median)} ${ms(p99)} ${ms(longest)} ${String(blocks).padStart(8)}`);
  for (const [name, { computing, ...blocks }] of Object.entries(training)) {
    line(name, blocks);
    if (computing !== undefined) line('  of which computing', computing);
  }
  console.log(`    a cancelled run answers after     ${ms(cancel.median)} (median of 10; longest ${cancel.longest.toFixed(1)})`);
}
