// Finds Python and runs exported scripts with it, for the tests that compare them with the lab.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstThatRuns } from '../../python';

const COMPARE = path.resolve('test/core/maml/exportedScript.py');
export const findPython = (): string | undefined => firstThatRuns('--version');
/** A Python that can import torch. */
export const findTorch = (): string | undefined => firstThatRuns('-c', 'import torch');

function run(python: string, args: readonly string[], input = ''): string {
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr } = spawnSync(python, args, { input, encoding: 'utf8', env, maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${python} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return stdout;
}

/** A folder of scripts for the length of `work`. */
export function withScripts<R>(scripts: Readonly<Record<string, string>>, work: (pathOf: (name: string) => string) => R): R {
  const folder = mkdtempSync(path.join(tmpdir(), 'exported-'));
  try {
    for (const [name, text] of Object.entries(scripts)) writeFileSync(path.join(folder, name), text);
    return work((name) => path.join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compiles without writing anything; throws with Python's own words. */
export const compileScripts = (python: string, files: readonly string[]): string =>
  run(python, ['-c', 'import sys\nfor name in sys.argv[1:]: compile(open(name, encoding="utf-8").read(), name, "exec")', ...files]);

/** What each case's script computes on the case's parameters and tasks, in double precision. */
export const compareOn = (python: string, cases: readonly object[]): unknown => JSON.parse(run(python, [COMPARE], JSON.stringify(cases)));

export interface Printed {
  readonly mean: readonly number[];
  readonly halfWidth: readonly number[];
}

/** Runs a script to its end and reads the losses that it prints. */
export function runScript(python: string, script: string, args: readonly string[]): Printed {
  const lines = [...run(python, [script, ...args]).matchAll(/^loss after \d+ steps: (\S+) \+\/- (\S+)/gm)];
  return { mean: lines.map((line) => Number(line[1])), halfWidth: lines.map((line) => Number(line[2])) };
}
