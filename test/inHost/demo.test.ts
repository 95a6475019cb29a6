// The demo inside a real extension host: the same numbers in every host, clear refusals, cancel, and nothing loaded too early.
import * as vscode from 'vscode';
import { GOLDEN, GOLDEN_OPTIONS } from '../golden/demo';
import { equal, ok, rejects } from './support/assert';

interface Demo {
  readonly seed: number;
  readonly iterations: number;
  readonly settings: { readonly alpha: number };
  readonly before: number;
  readonly after: readonly number[];
  readonly metaLoss: readonly number[];
}
interface Api {
  runDemo(options?: unknown, token?: vscode.CancellationToken): Promise<Demo | undefined>;
}

const run = (options: object) => vscode.commands.executeCommand<Demo | undefined>('eShikaku.runMamlDemo', { openPanel: false, ...options });
const api = async (): Promise<Api> => vscode.extensions.getExtension<Api>('e-shikaku-lab.e-shikaku-lab')!.activate();
/** TensorFlow.js leaves its engine here as soon as it is evaluated. */
const tensorFlowLoaded = () => '_tfengine' in globalThis;

describe('the MAML demo', () => {
  it('has not loaded TensorFlow.js when the extension is active but nothing has been run', async () => {
    await api();
    ok(!tensorFlowLoaded(), 'TensorFlow.js is loaded at activation');
  });

  it('computes the same numbers in every host, to the last bit', async () => {
    const demo = await run(GOLDEN_OPTIONS);
    ok(demo, 'the demo returned nothing');
    const { metaLoss, before, after } = demo;
    equal({ firstMetaLoss: metaLoss[0], lastMetaLoss: metaLoss.at(-1), before, afterOne: after[0] }, { ...GOLDEN });
    equal([demo.seed, demo.iterations, metaLoss.length, after.length], [7, 60, 60, 5]);
    ok(tensorFlowLoaded(), 'the demo ran without TensorFlow.js');
  });

  it('adapts to unseen tasks', async () => {
    const demo = await run({ seed: 3, iterations: 1500 });
    ok(demo && demo.after[0]! < 0.5 * demo.before, `before ${demo?.before}, after one step ${demo?.after[0]}`);
  });

  it('refuses an unknown option and a bad value by name', async () => {
    await rejects(() => run({ iteration: 5 }), /Unknown option “iteration”.*iterations/);
    await rejects(() => run({ alpha: 10 }), /“alpha” is 10; it must be a number from 0\.000001 to 1/);
    await rejects(async () => (await api()).runDemo({ shots: 0 }), /“shots” is 0/);
  });

  it('is cancelled by its token at once', async () => {
    const source = new vscode.CancellationTokenSource();
    const demo = (await api()).runDemo({ iterations: 100_000 }, source.token);
    setTimeout(() => source.cancel(), 200);
    equal(await demo, undefined);
  });

  it('leaves the host free for others while it trains', async () => {
    const gaps: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }, 1);
    await run({ iterations: 300 });
    clearInterval(timer);
    ok(gaps.length > 10, `only ${gaps.length} other turns were taken during the run`);
  });
});
