/** PyTorch in a Python process of its own, asked over its standard input, so that its rounds interleave with everybody else's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { layoutOf } from '../../src/core/maml/machine/network';
import { firstThatRuns } from '../python';
import type { Engine } from './engine';
import { initialTheta, RATES, sampler, specOf } from './workload';

export interface PyTorch {
  readonly version: string;
  readonly engines: readonly Engine[];
  stop(): void;
}

/** The first python3 that can import torch, or undefined where there is none. */
export async function findPyTorch(): Promise<PyTorch | undefined> {
  const python = firstThatRuns('-c', 'import torch, functorch');
  if (!python) return undefined;
  const child = spawn(python, [resolve('test/bench/pytorch.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ask = asker(child);
  const version = String((await ask(undefined)).version);
  const engine = (kind: 'vmap' | 'loop', name: string): Engine => pyTorchEngine(ask, kind, `PyTorch ${version}, ${name}`);
  return {
    version,
    engines: [engine('vmap', 'functorch vmap(grad)'), { ...engine('loop', 'loop over tasks'), slow: true }],
    stop: () => child.kill(),
  };
}

type Ask = (request: Record<string, unknown> | undefined) => Promise<Record<string, unknown>>;

/** One line out, one line back; without a request, the next line that comes by itself. */
function asker(child: ChildProcess): Ask {
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return async (request) => {
    if (request) child.stdin!.write(`${JSON.stringify(request)}\n`);
    const next = await lines.next();
    if (next.done === true) throw new Error('The Python process ended.');
    return JSON.parse(String(next.value)) as Record<string, unknown>;
  };
}

let nextId = 0;

function pyTorchEngine(ask: Ask, kind: 'vmap' | 'loop', name: string): Engine {
  return {
    name,
    prepare: async (workload) => {
      const id = nextId++;
      const theta = initialTheta(workload);
      const parameters = layoutOf(specOf(workload)).tensors.map(({ offset, size, shape }) => [
        Array.from(theta.subarray(offset, offset + size)),
        shape,
      ]);
      await ask({ do: 'prepare', id, kind, ...workload, ...RATES, parameters });
      return {
        run: async (iterations) => Number((await ask({ do: 'run', id, iterations })).milliseconds),
        metaGradient: async () => {
          const { batch, draw } = sampler(workload);
          draw();
          return (await ask({ do: 'gradient', id, x: Array.from(batch.x), y: Array.from(batch.y) })).gradient as number[];
        },
      };
    },
  };
}
