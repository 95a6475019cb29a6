/**
 * `npm run bench [-- --rounds 15 --share 60 --only engines,grid,scaling,host,debugger,record,scripts --json <file>]`: all engines side by side on Finn's
 * setting, the fast ones on a grid of sizes, how cost grows, and what a learner feels: the extension host while it trains, and the debugger;
 * what a record of months costs; and whether the exported scripts agree with the lab.
 * Times are medians over interleaved rounds; a ratio is the median of the ratios within rounds.
 */
import { stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { builtKernel, kernelFile } from '../core/maml/machine/builtKernel';
import { benchDebugger } from './debuggerBench';
import { benchHosts } from './hostBench';
import { labEngine } from './labEngine';
import { float64Engine, kernelEngine } from './machineEngine';
import { peakMeter } from './peak';
import { findPyTorch } from './pytorch';
import { benchRecord } from './recordBench';
import { benchScripts } from './scripts';
import { measureScaling, printScaling } from './scaling';
import { measure, printLimits, printTable, type BenchTable } from './tables';
import { fullTensorFlow, nestedBatchEngine, nestedLoopEngine, registeredKernelEngine } from './tensorEngines';
import { FINN, GRID } from './workload';

const PARTS = ['engines', 'grid', 'scaling', 'host', 'debugger', 'record', 'scripts'] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '15' },
      share: { type: 'string', default: '60' },
      only: { type: 'string', default: PARTS.join() },
      json: { type: 'string' },
    },
  });
  const timing = { rounds: Number(values.rounds), share: Number(values.share) };
  const wanted = values.only.split(',');
  const unknown = wanted.filter((part) => !PARTS.some((known) => known === part));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join()}; there are ${PARTS.join()}.`);
  const kernel = await builtKernel();
  const [meter, kernelBytes] = [await peakMeter(), (await stat(await kernelFile())).size];
  const peak = Math.max(...Array.from({ length: 25 }, meter));
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`;
  console.log(
    `${machine}; peak of one core without fused multiply-add ${peak.toFixed(1)} GFLOP/s; kernel ${(kernelBytes / 1024).toFixed(1)} KiB`,
  );

  const tables: BenchTable[] = [];
  if (wanted.includes('engines') || wanted.includes('grid')) {
    const [tf, pyTorch] = [fullTensorFlow(), await findPyTorch()];
    if (!pyTorch) console.log('No python3 with torch was found, so PyTorch is not measured (Debian: apt-get install python3-torch).');
    const own = [kernelEngine(kernel), labEngine(kernel, tf), registeredKernelEngine(tf, kernel), float64Engine];
    const engines = [...own, nestedBatchEngine(tf, 'wasm'), nestedLoopEngine(tf), ...(pyTorch?.engines ?? [])];
    for (const workload of GRID.filter((one) => wanted.includes(one === FINN ? 'engines' : 'grid'))) {
      const some = engines.filter(({ slow }) => workload === FINN || slow !== true);
      const table = await measure(some, workload, timing);
      printTable(table, peak);
      if (workload === FINN) printLimits(table);
      tables.push(table);
    }
    pyTorch?.stop();
  }
  const scaling = wanted.includes('scaling') ? await measureScaling(kernelEngine(kernel), timing) : [];
  printScaling(scaling);
  const hosts = wanted.includes('host') ? await benchHosts() : [];
  const debug = wanted.includes('debugger') ? await benchDebugger() : undefined;
  const record = wanted.includes('record') ? await benchRecord() : undefined;
  const scripts = wanted.includes('scripts') ? await benchScripts() : [];
  const figures = { machine, peakGflops: peak, kernelBytes, ...timing, tables, scaling, hosts, debugger: debug, record, scripts };
  if (values.json) await writeFile(values.json, JSON.stringify(figures, undefined, 2));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
