// Runs a program to its end and reports what it said.
import { spawn } from 'node:child_process';

/**
 * Runs `command` and resolves with `{ code, output, stdout }` (`code` is null when it was killed or could not start, `output` holds both streams).
 * Options: `cwd`, `env` (added to ours), `timeout` in ms, `onOutput(text)`, `shell`.
 */
export function run(command, args, { cwd, env, timeout, onOutput, shell = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    let stdout = '';
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, timeout, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const take = (text) => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      take(text);
    });
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}`, stdout }));
    child.on('close', (code) => resolve({ code, output, stdout }));
  });
}

/** Runs npm (the one that started us, where there is one) and throws with the last lines of its output when it fails. */
export async function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  const viaNode = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
  const quiet = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = viaNode
    ? await run(process.execPath, [cli, ...quiet], options)
    : await run('npm', quiet, { shell: process.platform === 'win32', ...options });
  if (code !== 0) throw new Error(`npm ${args[0]} failed in ${options.cwd}: ${lastLines(output, 12)}`);
}

/** The last `count` lines of a text, for messages. */
export const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');
