// Ends a process together with everything that it started.
import { spawnSync } from 'node:child_process';

/** Signals the process group that `pid` leads (on Windows: ends its tree); a process that is gone already is fine. */
export function killTree(pid, signal) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
