// The algorithm as the learner reads it: PyTorch-like lines, each with the label that a Step carries and a comment in Japanese.
import { algorithmOf, type AlgorithmId } from '../algorithms/algorithm';
import type { Line } from '../trace/step';

export interface ListingLine {
  /** The step that executes this line; absent for headers and blank lines. */
  readonly line?: Line;
  readonly code: string;
  readonly comment: string;
}

const header = (code: string, comment = ''): ListingLine => ({ code, comment });
const at = (line: Line, code: string, comment: string): ListingLine => ({ line, code, comment });

const SAMPLE = at('sample', '    tasks = p_T.sample(T)', 'タスクを T 個引きます');
const OUTER = at('outer-update', '    theta = outer_step(theta, meta_grad, beta)', '初期値 θ を更新します');
const OUTER_BOTH = at(
  'outer-update',
  '    theta, alpha_vec = outer_step((theta, alpha_vec), meta_grad, beta)',
  '初期値 θ と、パラメータごとの学習率を更新します',
);

/** Lines between the start of a task and its query loss. */
const innerLoop = (createGraph: boolean, moved: string, rate: string): ListingLine[] => [
  header('        for j in range(k):', '内側ループ'),
  at(
    'support-gradient',
    `            g = grad(loss(phi, support), ${moved}${createGraph ? ', create_graph=True' : ''})`,
    'サポート集合での勾配',
  ),
  at('inner-update', `            ${moved} = ${moved} - ${rate} * g`, 'φ だけが動き、θ は動きません'),
];

const queryLoss = at('query-loss', '        v = grad(loss(phi, query), phi)', 'クエリ集合で採点します');
/** v ← v − H(α ∘ v): the direction is masked to the head, or scaled by the learned rates. */
const secondOrder = (product: string): ListingLine[] => [
  header('        for j in reversed(range(k)):', '内側ループを逆にたどります'),
  at('second-order', `            v = v - ${product}`, '2 階の項 −αHv'),
];
const accumulate = at('accumulate', '        grads.append(v)', 'このタスクのメタ勾配');
const average = at('meta-gradient', '    meta_grad = mean(grads)', 'タスクで平均します');

const task = at('task', '    for support, query in tasks:', 'タスクごとに φ = θ から始めます');
const outer = header('for it in range(iterations):', '外側ループ');

/** The whole listing of an algorithm: a table from lines to labels, the one that lab and debugger show. */
export function listingOf(id: AlgorithmId): readonly ListingLine[] {
  const { order, adapts, learnsAlpha, sends, adaptsInTraining } = algorithmOf(id);
  const back = order === 2 && adaptsInTraining;
  const head = adapts === 'head' ? '.head' : '';
  const inner = adaptsInTraining ? innerLoop(back, `phi${head}`, learnsAlpha ? 'alpha_vec' : 'alpha') : [];
  const product = learnsAlpha ? 'hvp(loss(phi[j], support), alpha_vec * v)' : `alpha * hvp(loss(phi[j], support), v${head})`;
  const sent =
    sends === 'displacement'
      ? [queryLoss, at('displacement', '        v = theta - phi', 'φ へ向かう変位を勾配の代わりにします'), accumulate]
      : [queryLoss, ...(back ? secondOrder(product) : []), accumulate];
  return [outer, SAMPLE, task, ...inner, ...sent, average, learnsAlpha ? OUTER_BOTH : OUTER];
}
