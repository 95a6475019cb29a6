// 2-D point navigation (Finn et al. 2017, sec. 5.3): find a hidden goal by policy gradient; each task is a goal.
import type { ExampleRows } from '../machine/machine';
import { PURPOSE, randomStream } from '../random';
import { advantages } from './baseline';
import { QUERY_EPISODE, type Collected, type Policy, type TaskFamily } from './task';

const GOAL = [-0.5, 0.5] as const;
const MAX_SPEED = 0.1;
const ARRIVED = 0.01;
/** Standard deviation σ of the Gaussian policy's actions. */
export const ACTION_NOISE = 0.1;
/** The network's outputs are velocities in tenths, so that they are of the order of its other numbers. */
const ACTION_SCALE = 0.1;

const clip = (value: number): number => Math.min(MAX_SPEED, Math.max(-MAX_SPEED, value));

/**
 * Rolls out `count` trajectories of `horizon` steps side by side under a = μ(s) + σε, reward −‖s − goal‖ after each step, until the goal
 * is reached. The rows' loss is −(1/N) Σ_t Â_t log π(a_t | s_t) up to a constant: weights Â_t / (2σ²N) on ‖μ(s_t) − a_t‖² (REINFORCE
 * with a linear baseline; Williams 1992).
 */
function rollOut(
  policy: Policy,
  goal: readonly [number, number],
  count: number,
  horizon: number,
  seed: number,
  episode: number,
): Collected {
  const random = randomStream(seed, PURPOSE.rollout, episode);
  const states: number[][] = Array.from({ length: count }, () => []);
  const actions: number[][] = Array.from({ length: count }, () => []);
  const rewards: number[][] = Array.from({ length: count }, () => []);
  const at = new Float64Array(2 * count);
  const moving = Array.from({ length: count }, () => true);
  for (let t = 0; t < horizon && moving.includes(true); t++) {
    const mean = policy(at, count);
    for (let i = 0; i < count; i++) {
      const [x, y] = [at[2 * i]!, at[2 * i + 1]!];
      const noise = ACTION_NOISE / ACTION_SCALE;
      const action = [mean[2 * i]! + noise * random.normal(), mean[2 * i + 1]! + noise * random.normal()] as const;
      if (!moving[i]) continue;
      states[i]!.push(x, y);
      actions[i]!.push(...action);
      at[2 * i] = x + clip(ACTION_SCALE * action[0]);
      at[2 * i + 1] = y + clip(ACTION_SCALE * action[1]);
      const distance = Math.sqrt((at[2 * i]! - goal[0]) ** 2 + (at[2 * i + 1]! - goal[1]) ** 2);
      rewards[i]!.push(-distance);
      if (distance < ARRIVED) moving[i] = false;
    }
  }
  const score = rewards.flat().reduce((sum, reward) => sum + reward, 0) / count;
  const paths = states.map((path, i) => [...path, at[2 * i]!, at[2 * i + 1]!]);
  return { rows: policyGradientRows(states, actions, rewards), score, paths };
}

function policyGradientRows(states: number[][], actions: number[][], rewards: number[][]): ExampleRows {
  const rows = rewards.reduce((sum, { length }) => sum + length, 0);
  const noise = ACTION_NOISE / ACTION_SCALE;
  const scale = 1 / (2 * noise * noise * rows);
  return {
    rows,
    x: Float64Array.from(states.flat()),
    y: Float64Array.from(actions.flat()),
    weight: advantages(states, rewards).map((advantage) => scale * advantage),
  };
}

export const navigation: TaskFamily = {
  model: ({ hidden, activation }) => ({ kind: 'network', spec: { inputs: 2, hidden, outputs: 2, activation, loss: 'squared' } }),
  rows: ({ shots, queryShots, horizon }) => ({ support: shots * horizon, query: queryShots * horizon }),
  sample: ({ shots, queryShots, horizon }, random) => {
    const goal = [random.uniform(...GOAL), random.uniform(...GOAL)] as const;
    const rolloutSeed = random.integer(2 ** 31);
    const none: ExampleRows = { rows: 0, x: [], y: [], weight: [] };
    return {
      parameters: { goalX: goal[0], goalY: goal[1] },
      support: none,
      query: none,
      collect: (policy, episode) => rollOut(policy, goal, episode === QUERY_EPISODE ? queryShots : shots, horizon, rolloutSeed, episode),
    };
  },
  acts: true,
  score: { name: 'return' },
};
