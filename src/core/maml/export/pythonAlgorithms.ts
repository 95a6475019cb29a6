// What an algorithm adds to the exported PyTorch script: one inner step, and what a task sends to the outer loop.
import type { AlgorithmId } from '../algorithms/algorithm';
import type { PythonFamily } from './pythonFamily';

/** One row of the table of algorithms. */
export interface PythonAlgorithm {
  readonly title: string;
  /** The inner step φ ← φ − α ∇L_s(φ), used in training and in evaluation. */
  innerStep(family: PythonFamily): string;
  /** The query loss and what takes the place of its gradient in θ. */
  taskGradient(family: PythonFamily): string;
  /** Arguments that `inner_step` and `task_gradient` take beside φ or θ: Meta-SGD's step sizes. */
  readonly rates: '' | 'alphas, ';
  /** Parameters that the outer loop moves. */
  readonly learned: 'params' | 'params + alphas';
}

const doc = {
  graph: '    """内側ループの 1 ステップです。create_graph=True なら、この更新そのものを後で微分できます。"""',
  loss: '    loss = loss_of(phi, support)  # サポート集合での損失 L_s(φ)',
  grads: '    grads = torch.autograd.grad(loss, phi, create_graph=create_graph)  # 勾配 ∇L_s(φ)',
};

const allLayers = (): string => `def inner_step(phi, support, create_graph):
${doc.graph}
${doc.loss}
${doc.grads}
    return [p - ALPHA * g for p, g in zip(phi, grads)]  # 勾配の逆へ動きます: φ ← φ − α∇L_s(φ)`;

const headOnly = ({ head }: PythonFamily): string => `def inner_step(phi, support, create_graph):
${doc.graph}
${doc.loss}
    body, head = phi[:-${head}], phi[-${head}:]  # ANIL は最後の層（ヘッド）だけを動かします
    grads = torch.autograd.grad(loss, head, create_graph=create_graph)  # ヘッドだけの勾配
    return body + [p - ALPHA * g for p, g in zip(head, grads)]  # 本体は θ のままです`;

const learnedRates = (): string => `def inner_step(phi, alphas, support, create_graph):
${doc.graph}
${doc.loss}
${doc.grads}
    return [p - a * g for p, a, g in zip(phi, alphas, grads)]  # パラメータごとに違う α で動きます`;

interface Through {
  readonly rates: PythonAlgorithm['rates'];
  readonly createGraph: 'True' | 'False';
  /** A comment on the inner loop's line. */
  readonly why: string;
  readonly send: string;
}

const through =
  ({ rates, createGraph, why, send }: Through) =>
  ({ task, support, query }: PythonFamily): string => `def task_gradient(params, ${rates}${task}):
    """1 つのタスクに適応して採点し、クエリ損失と、外側ループへ渡す勾配を返します。"""
    phi = params  # φ を θ から始めます
    for _ in range(INNER_STEPS):  # 内側ループ
        phi = inner_step(phi, ${rates}${support}, create_graph=${createGraph})  # ${why}
    loss = loss_of(phi, ${query})  # 適応した φ をクエリ集合で採点します
${send}`;

const SECOND = '更新の計算を残して、2 階の項まで微分します';
const FIRST = '計算を残さないので、2 階の項 −αHv は消えます';
const gradient = (of: string, comment: string) => `    return loss.item(), torch.autograd.grad(loss, ${of})  # ${comment}`;

export const pythonAlgorithms = {
  maml: {
    title: 'MAML',
    innerStep: allLayers,
    taskGradient: through({ rates: '', createGraph: 'True', why: SECOND, send: gradient('params', '内側ループを通した θ での勾配') }),
    rates: '',
    learned: 'params',
  },
  fomaml: {
    title: 'FOMAML（1 階近似）',
    innerStep: allLayers,
    taskGradient: through({
      rates: '',
      createGraph: 'False',
      why: FIRST,
      send: gradient('params', '∇L_q(φ) がそのまま θ の勾配になります'),
    }),
    rates: '',
    learned: 'params',
  },
  reptile: {
    title: 'Reptile',
    innerStep: allLayers,
    taskGradient: through({
      rates: '',
      createGraph: 'False',
      why: 'ふつうの勾配降下です',
      send: '    return loss.item(), [(p - q).detach() for p, q in zip(params, phi)]  # 勾配の代わりに変位 θ − φ を渡します',
    }),
    rates: '',
    learned: 'params',
  },
  anil: {
    title: 'ANIL',
    innerStep: headOnly,
    taskGradient: through({ rates: '', createGraph: 'True', why: SECOND, send: gradient('params', '本体も外側ループでは学習します') }),
    rates: '',
    learned: 'params',
  },
  metaSgd: {
    title: 'Meta-SGD',
    innerStep: learnedRates,
    taskGradient: through({
      rates: 'alphas, ',
      createGraph: 'True',
      why: SECOND,
      send: gradient('params + alphas', 'θ と α の両方の勾配'),
    }),
    rates: 'alphas, ',
    learned: 'params + alphas',
  },
  pretrain: {
    title: '全タスクでの事前学習（比較用）',
    innerStep: allLayers,
    taskGradient: ({ task, query }) => `def task_gradient(params, ${task}):
    """適応せずに、θ のままの損失とその勾配を返します（比較のためのふつうの学習です）。"""
    phi = params  # 学習中は内側ループがありません
    loss = loss_of(phi, ${query})  # θ のまま採点します
${gradient('params', 'ふつうの勾配')}`,
    rates: '',
    learned: 'params',
  },
} satisfies Record<AlgorithmId, PythonAlgorithm>;
