/** Finds a Python on this machine, for the tests and measurements that can use one. */
import { spawnSync } from 'node:child_process';

/** E_SHIKAKU_PYTHON names another one, such as that of a virtual environment. */
const chosen = process.env['E_SHIKAKU_PYTHON'];
const names = chosen === undefined ? ['python3', '/usr/bin/python3', 'python'] : [chosen];

/** The first interpreter that runs with these arguments and ends well. */
export const firstThatRuns = (...args: string[]): string | undefined =>
  names.find((name) => spawnSync(name, args, { stdio: 'ignore' }).status === 0);
