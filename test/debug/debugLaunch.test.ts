// What the editor completes in a launch.json and what the debugger takes are the same: keys, values and ranges.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { DEFAULT_SETTINGS } from '../../src/core/maml/settings';
import { decodeLaunchPlan } from '../../src/host/maml/debug/launchPlan';
import { LAUNCH_KEYS } from '../../src/protocol/debug';

interface Attribute {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Attribute;
  readonly default?: unknown;
  readonly description: string;
}
const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
  contributes: { debuggers: { configurationAttributes: { launch: { properties: Record<string, Attribute> } } }[] };
};
const attributes = Object.entries(contributes.debuggers[0]!.configurationAttributes.launch.properties);

/** A configuration in which the value is judged for itself: `startIteration` may not be later than the last one. */
const taken = (key: string, value: unknown) => decodeLaunchPlan({ type: 'maml', name: 'x', iterations: 100_000, [key]: value });

describe('the launch configuration', () => {
  it('offers every setting and every key of its own', () => {
    assert.deepEqual(new Set(attributes.map(([key]) => key)), new Set([...Object.keys(DEFAULT_SETTINGS), ...LAUNCH_KEYS]));
  });

  for (const [key, { enum: choices, minimum, maximum, items, default: usual }] of attributes) {
    it(`takes what is offered for ${key}, and refuses what lies outside`, () => {
      for (const value of [usual, ...(choices ?? []), minimum, maximum]) if (value !== undefined) taken(key, value);
      const wrong = [minimum === undefined ? undefined : minimum - 1, maximum === undefined ? undefined : maximum + 1];
      const listed = [items?.minimum === undefined ? undefined : [items.minimum - 1, 1], items && ['x']];
      for (const value of [...wrong, ...listed, choices && 'none of these'])
        if (value !== undefined) assert.throws(() => taken(key, value), new RegExp(`“${key}”`));
    });
  }
});
