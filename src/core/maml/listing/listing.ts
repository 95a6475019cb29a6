// The algorithm as the learner reads it: PyTorch-like lines, each with the label that a Step carries and a comment in every language.
import { algorithmOf, type AlgorithmId } from '../algorithms/algorithm';
import type { Line } from '../trace/step';

/** Languages that comments are written in. */
export type ListingLanguage = 'ja' | 'en';

export interface ListingLine {
  /** The step that executes this line; absent for headers and blank lines. */
  readonly line?: Line;
  readonly code: string;
  readonly comment: Readonly<Record<ListingLanguage, string>>;
}

const header = (code: string, ja: string, en: string): ListingLine => ({ code, comment: { ja, en } });
const at = (line: Line, code: string, ja: string, en: string): ListingLine => ({ line, code, comment: { ja, en } });

const SAMPLE = at('sample', '    tasks = p_T.sample(T)', 'タスクを T 個引きます', 'draw T tasks');
const OUTER = at(
  'outer-update',
  '    theta = outer_step(theta, meta_grad, beta)',
  '初期値 θ を更新します',
  'update the initial parameters θ',
);
const OUTER_BOTH = at(
  'outer-update',
  '    theta, alpha_vec = outer_step((theta, alpha_vec), meta_grad, beta)',
  '初期値 θ と、パラメータごとの学習率を更新します',
  'update the initial parameters θ and a rate for each parameter',
);

/** Lines between the start of a task and its query loss. */
const innerLoop = (createGraph: boolean, moved: string, rate: string): ListingLine[] => [
  header('        for j in range(k):', '内側ループ', 'inner loop'),
  at(
    'support-gradient',
    `            g = grad(loss(phi, support), ${moved}${createGraph ? ', create_graph=True' : ''})`,
    'サポート集合での勾配',
    'gradient on the support set',
  ),
  at('inner-update', `            ${moved} = ${moved} - ${rate} * g`, 'φ だけが動き、θ は動きません', 'only φ moves, θ stays'),
];

const queryLoss = at('query-loss', '        v = grad(loss(phi, query), phi)', 'クエリ集合で採点します', 'judge on the query set');
/** v ← v − H(α ∘ v): the direction is masked to the head, or scaled by the learned rates. */
const secondOrder = (product: string, term: string): ListingLine[] => [
  header('        for j in reversed(range(k)):', '内側ループを逆にたどります', 'back through the inner loop'),
  at('second-order', `            v = v - ${product}`, `2 階の項 ${term}`, `second-order term ${term}`),
];
const accumulate = at('accumulate', '        grads.append(v)', 'このタスクのメタ勾配', 'meta-gradient of this task');
const average = at('meta-gradient', '    meta_grad = mean(grads)', 'タスクで平均します', 'mean over tasks');

const task = at('task', '    for support, query in tasks:', 'タスクごとに φ = θ から始めます', 'every task starts at φ = θ');
const outer = header('for it in range(iterations):', '外側ループ', 'outer loop');

/** The whole listing of an algorithm: a table from lines to labels, the one that lab and debugger show. */
export function listingOf(id: AlgorithmId): readonly ListingLine[] {
  const { order, adapts, learnsAlpha, sends, adaptsInTraining } = algorithmOf(id);
  const back = order === 2 && adaptsInTraining;
  const head = adapts === 'head' ? '.head' : '';
  const inner = adaptsInTraining ? innerLoop(back, `phi${head}`, learnsAlpha ? 'alpha_vec' : 'alpha') : [];
  const product = learnsAlpha ? 'hvp(loss(phi[j], support), alpha_vec * v)' : `alpha * hvp(loss(phi[j], support), v${head})`;
  const sent =
    sends === 'displacement'
      ? [
          queryLoss,
          at(
            'displacement',
            '        v = theta - phi',
            'φ へ向かう変位を勾配の代わりにします',
            'the way to φ takes the place of a gradient',
          ),
          accumulate,
        ]
      : [queryLoss, ...(back ? secondOrder(product, learnsAlpha ? '−H(α∘v)' : '−αHv') : []), accumulate];
  return [outer, SAMPLE, task, ...inner, ...sent, average, learnsAlpha ? OUTER_BOTH : OUTER];
}
