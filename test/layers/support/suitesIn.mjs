// Lists the suites in plain JavaScript that a folder holds.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../host/places.mjs';

/** The `*.test.mjs` files directly in `folder` (relative to the root), in order; none when there is no such folder. */
export function suitesIn(folder) {
  const dir = path.join(root, folder);
  if (!fs.existsSync(dir)) return [];
  const names = fs.readdirSync(dir).filter((name) => name.endsWith('.test.mjs'));
  return names.sort().map((name) => path.join(dir, name));
}
