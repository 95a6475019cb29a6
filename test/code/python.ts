/** Programs of the notes and questions, run one after the other in a single Python process. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { firstThatRuns } from '../python';

export interface Piece {
  readonly source: string;
  /** The file that messages name, and the line where the piece begins in it. */
  readonly file: string;
  readonly line: number;
  /** `define` runs the imports, functions and classes only, `parse` nothing. */
  readonly mode: 'run' | 'define' | 'parse';
}

/** Pieces that share their names, in their order. */
export type Program = readonly Piece[];

export interface Outcome {
  /** One entry for each piece, up to the first one that failed; `error` is empty where none did. */
  readonly pieces: readonly { readonly printed: string; readonly comments: readonly string[]; readonly error: string }[];
  /** The data that the program left behind, as text with five significant digits. */
  readonly values: Readonly<Record<string, string>>;
}

const hasPackages = 'import importlib.util as u, sys; sys.exit(any(u.find_spec(name) is None for name in ("torch", "numpy")))';

/** What this machine can do with Python: `run` with PyTorch and NumPy, `parse` without them, or nothing at all. */
export interface Python {
  readonly name: string;
  readonly can: 'run' | 'parse' | 'nothing';
}

export function findPython(): Python {
  const running = firstThatRuns('-c', hasPackages);
  if (running !== undefined) return { name: running, can: 'run' };
  const parsing = firstThatRuns('-c', 'import ast');
  return parsing === undefined ? { name: '', can: 'nothing' } : { name: parsing, can: 'parse' };
}

/** Says, as the title of a skipped test, what this machine leaves out. */
export function leftOut({ can }: Python): string {
  const done = can === 'parse' ? 'the code is only parsed' : 'without any Python the code is not even parsed';
  return `runs: there is no Python with PyTorch and NumPy, ${done}`;
}

/** So long, in seconds, may one program take; and with E_SHIKAKU_SLOW, where the slow pieces run as well. */
export const runsSlow = process.env['E_SHIKAKU_SLOW'] !== undefined;
const seconds = runsSlow ? 3600 : 30;

/** Runs the programs and resolves with an outcome for each; where Python can only parse, they are parsed. */
export async function runPrograms(python: Python, programs: readonly Program[]): Promise<Outcome[]> {
  const child = spawn(python.name, [resolve('test/code/runCode.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    for (const program of programs) {
      const pieces = program.map((piece) => (python.can === 'run' ? piece : { ...piece, mode: 'parse' }));
      child.stdin.write(`${JSON.stringify({ seconds, pieces })}\n`);
    }
    child.stdin.end();
    const outcomes: Outcome[] = [];
    for await (const line of createInterface({ input: child.stdout })) outcomes.push(JSON.parse(line) as Outcome);
    if (outcomes.length < programs.length)
      throw new Error(`Python ended at the program of ${programs[outcomes.length]?.[0]?.file ?? 'nothing'}.`);
    return outcomes;
  } finally {
    child.kill();
  }
}
