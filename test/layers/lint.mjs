// The layer of the linter: clean counts as one pass, each problem as a failure.
import path from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../host/places.mjs';

export const lint = {
  name: 'lint',
  async run() {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: 'test/lint/eslint.config.mjs', errorOnUnmatchedPattern: false });
    const files = (await eslint.lintFiles(['src', 'test'])).filter(({ messages }) => messages.length > 0);
    const details = files.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, message, ruleId }) => `${path.relative(root, filePath)}:${line}:${column} ${message} (${ruleId})`),
    );
    return { passed: details.length === 0 ? 1 : 0, failed: details.length, details: details.length === 0 ? [] : [details.join('\n')] };
  },
};
