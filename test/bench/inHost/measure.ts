/** Runs inside an extension host: how long activation takes, how long the host is blocked while the extension trains, and how soon a cancelled run answers. */
import * as vscode from 'vscode';

interface Api {
  runDemo(options: object, token?: vscode.CancellationToken): Promise<object | undefined>;
}

/** Blocks shorter than this are turns of an idle loop. */
const BLOCK = 1;

const WORK: Readonly<Record<string, object>> = {
  'Finn’s setting': { iterations: 3000 },
  '5-way 3-shot symbols': { family: 'symbols', iterations: 150 },
  navigation: { family: 'navigation', iterations: 8 },
  'largest: T=100 K=100 256–256': { metaBatch: 100, shots: 100, queryShots: 100, hidden: [256, 256], iterations: 3 },
};

/** Calls back on every turn of the event loop. */
function everyTurn(look: () => void): () => void {
  let over = false;
  const channel = typeof setImmediate === 'function' ? undefined : new MessageChannel();
  const next = () => (channel === undefined ? void setImmediate(turn) : channel.port2.postMessage(0));
  function turn(): void {
    look();
    if (!over) next();
  }
  if (channel !== undefined) channel.port1.onmessage = turn;
  next();
  return () => {
    over = true;
    channel?.port1.close();
  };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

const summary = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { blocks: sorted.length, median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), longest: sorted.at(-1) ?? 0 };
};

/** Milliseconds that this thread has computed, where the host can tell: unlike the clock, blind to what else the machine does. */
function computed(): number {
  if (typeof process === 'undefined' || typeof process.threadCpuUsage !== 'function') return NaN;
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Blocks of the event loop during some work, in milliseconds, by the clock and by what was computed in them. */
async function blocksDuring(work: () => Thenable<unknown>) {
  const [blocks, computing]: [number[], number[]] = [[], []];
  let done = computed();
  let last = performance.now();
  const start = last;
  const stop = everyTurn(() => {
    const now = performance.now();
    if (now - last >= BLOCK) {
      blocks.push(now - last);
      computing.push(computed() - done);
    }
    if (now - last >= BLOCK / 10) done = computed();
    last = now;
  });
  await work();
  stop();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, ...summary(blocks), ...(computing.every(Number.isFinite) ? { computing: summary(computing) } : {}) };
}

/** Milliseconds from the cancelling of a run to its answer, ten times. */
async function cancelling(api: Api): Promise<{ readonly median: number; readonly longest: number }> {
  const times: number[] = [];
  for (let i = 0; i < 10; i++) {
    const source = new vscode.CancellationTokenSource();
    const demo = api.runDemo({ iterations: 100_000, seed: i }, source.token);
    await new Promise((resolve) => setTimeout(resolve, 150 + 20 * i));
    const asked = performance.now();
    source.cancel();
    const result = await demo;
    if (result !== undefined) throw new Error('The run was not cancelled.');
    times.push(performance.now() - asked);
  }
  times.sort((a, b) => a - b);
  return { median: quantile(times, 0.5), longest: times.at(-1) ?? 0 };
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Api>('e-shikaku-lab.e-shikaku-lab')!;
  if (extension.isActive) throw new Error('The extension was active before it was measured.');
  // The window itself is still starting; that is not ours.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const start = performance.now();
  const api = await extension.activate();
  const activation = performance.now() - start;
  await api.runDemo({ iterations: 100 });
  const training: Record<string, object> = {};
  for (const [name, options] of Object.entries(WORK)) training[name] = await blocksDuring(() => api.runDemo(options));
  training['gradient check'] = await blocksDuring(() => vscode.commands.executeCommand('eShikaku.checkGradients'));
  console.log(`::bench ${JSON.stringify({ activation, training, cancel: await cancelling(api) })}`);
}
