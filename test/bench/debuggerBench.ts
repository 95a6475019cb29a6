/** What stepping feels like: a debugging session at Finn's size, led as an editor leads it, with its answer times and its memory. */
import v8 from 'node:v8';
import vm from 'node:vm';
import { launched, type Client } from '../debug/support/client';

const FINN = { iterations: 2000, metaBatch: 25, shots: 10, queryShots: 10, hidden: [40, 40] };
const MOVES = ['stepIn', 'stepIn', 'next', 'stepOut', 'stepBack', 'stepIn', 'next', 'next', 'stepBackInto'];
const STEPS = 10_000;

interface Times {
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

export interface DebuggerFigures {
  /** Milliseconds from a step to the last answer about stack, scopes and variables, over 10,000 steps. */
  readonly step: Times;
  /** The same for one iteration back, which replays. */
  readonly iterationBack: Times;
  /** Megabytes in use after 2,000 and after 10,000 steps. */
  readonly megabytes: readonly [early: number, late: number];
}

function times(list: readonly number[]): Times {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), p99: at(0.99), longest: at(1) };
}

/** What an editor asks for at a stop. */
async function look(client: Client): Promise<void> {
  const [frame] = await client.frames();
  const [here] = await client.scopes(frame!.id);
  for (const row of await client.children(here!.variablesReference)) {
    if (row.variablesReference > 0) await client.children(row.variablesReference, { start: 0, count: 100 });
  }
  client.events.length = 0;
}

async function timed(client: Client, move: string): Promise<number> {
  const start = performance.now();
  await client.go(move);
  await look(client);
  return performance.now() - start;
}

async function megabytes(): Promise<number> {
  const collect = vm.runInNewContext('gc') as () => void;
  // Buffers outside the heap are given back a turn after their owners.
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

export async function benchDebugger(): Promise<DebuggerFigures> {
  v8.setFlagsFromString('--expose-gc');
  const client = await launched(FINN);
  const steps: number[] = [];
  let early = 0;
  for (let i = 0; i < STEPS; i++) {
    steps.push(await timed(client, MOVES[i % MOVES.length]!));
    if (i === STEPS / 5) early = await megabytes();
  }
  const late = await megabytes();
  const far = await launched({ ...FINN, startIteration: 1500 });
  const back: number[] = [];
  for (let i = 0; i < 100; i++) {
    // From the first line of an iteration, a step back over the outer update stands in the iteration before.
    const iteration = await far.evaluate('iteration');
    let taken = 0;
    while ((await far.evaluate('iteration')) === iteration) taken += await timed(far, 'stepBack');
    back.push(taken);
    const [frame] = (await far.frames()).slice(-1);
    await far.go('restartFrame', { frameId: frame!.id });
  }
  const figures: DebuggerFigures = { step: times(steps), iterationBack: times(back), megabytes: [early, late] };
  print(figures);
  return figures;
}

function print({ step, iterationBack, megabytes: [early, late] }: DebuggerFigures): void {
  const text = ({ median, p99, longest }: Times) =>
    `median ${median.toFixed(2)} ms, 99 % ${p99.toFixed(2)} ms, longest ${longest.toFixed(2)} ms`;
  console.log(`\nThe debugger at Finn’s size, with stack, scopes and variables after each move`);
  console.log(`  a step (${STEPS} of them, both ways)   ${text(step)}`);
  console.log(`  into the iteration before            ${text(iterationBack)}`);
  console.log(`  memory after 2,000 and ${STEPS} steps  ${early.toFixed(1)} and ${late.toFixed(1)} MB`);
}
