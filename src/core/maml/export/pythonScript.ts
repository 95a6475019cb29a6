// The experiment as a PyTorch script that runs by itself: teaching code with every step in view, put together from two tables.
import type { AlgorithmId } from '../algorithms/algorithm';
import { EVALUATION } from '../experiment';
import type { Settings } from '../settings';
import type { FamilyId } from '../tasks/familyId';
import { pythonAlgorithms, type PythonAlgorithm } from './pythonAlgorithms';
import { bowlsPython, sinusoidPython } from './pythonCurves';
import type { PythonFamily } from './pythonFamily';
import { navigationPython } from './pythonNavigation';
import { symbolsPython } from './pythonSymbols';

/** Images come from a folder that only the learner has, so that family has no script. */
const families = {
  sinusoid: sinusoidPython,
  symbols: symbolsPython,
  images: null,
  navigation: navigationPython,
  bowls: bowlsPython,
} satisfies Record<FamilyId, PythonFamily | null>;

const algorithms: Readonly<Record<AlgorithmId, PythonAlgorithm>> = pythonAlgorithms;

const OUTER = {
  adam: (of: string) => `torch.optim.Adam(${of}, lr=BETA, betas=(0.9, 0.999), eps=1e-8)  # 外側ループの最適化手法`,
  sgd: (of: string) => `torch.optim.SGD(${of}, lr=BETA)  # 外側ループの最適化手法`,
} satisfies Record<Settings['outer'], (of: string) => string>;

function heading(family: PythonFamily, algorithm: PythonAlgorithm, fileName: string): string {
  return `# ${family.title}を ${algorithm.title} で学習する PyTorch スクリプト
#
# E資格 Lab の MAML ラボから書き出しました。設定はラボの実験と同じです。
# 必要なもの: Python 3.7 以上と PyTorch 1.13 以上（CPU で動き、ほかのライブラリは使いません）
# 実行の例:   python ${fileName} --iterations 2000 --tasks 200 --seed 1
#
# 乱数の作り方がラボとは違うので、1 回ごとの数値は一致しません。評価の平均は 95 % 信頼区間の範囲で比べてください。${
    family.remark === undefined ? '' : `\n# ${family.remark}`
  }
import argparse
import math
import random
import statistics

import torch`;
}

function constants(settings: Settings, family: PythonFamily): string {
  return [
    '# ---- 設定（ラボの実験と同じ値） ----',
    `ITERATIONS = ${settings.iterations}  # 外側ループの反復回数`,
    `SEED = ${settings.seed}  # 乱数のシード`,
    `ALPHA = ${settings.alpha}  # 内側ループの学習率 α`,
    `BETA = ${settings.beta}  # 外側ループの学習率 β`,
    `INNER_STEPS = ${settings.innerSteps}  # 学習中の内側ステップの数`,
    `META_BATCH = ${settings.metaBatch}  # 1 回の反復で使うタスクの数 T`,
    `EVALUATION_TASKS = ${EVALUATION.tasks}  # 評価に使う新しいタスクの数`,
    `EVALUATION_STEPS = ${EVALUATION.steps}  # 評価での内側ステップの数`,
    ...family.constants(settings),
  ].join('\n');
}

const training = (
  { task }: PythonFamily,
  { rates, learned }: PythonAlgorithm,
  outer: Settings['outer'],
): string => `def train(params, ${rates}iterations):
    """外側ループです。適応した後の損失が小さくなるように、初期値 θ を動かします。"""
    learned = ${learned}  # 外側ループで学習するもの
    optimizer = ${OUTER[outer]('learned')}
    for iteration in range(1, iterations + 1):  # 外側ループ
        for p in learned:  # 学習するテンソルごとに
            p.grad = torch.zeros_like(p)  # メタ勾配を 0 から足し始めます
        meta_loss = 0.0  # メタ損失も 0 から足し始めます
        for _ in range(META_BATCH):  # T 個のタスクについて
            ${task.includes(',') ? task : `${task},`} = sample_task('train')  # タスクを引きます
            loss, grads = task_gradient(params, ${rates}${task})  # 内側ループと採点
            meta_loss += loss / META_BATCH  # メタ損失は T 個のタスクの平均です
            for p, g in zip(learned, grads):  # テンソルと、その勾配
                p.grad += g / META_BATCH  # メタ勾配も平均します
        optimizer.step()  # θ を更新します
        if iteration % max(1, iterations // 10) == 0:  # 10 回だけ途中経過を表示します
            print(f'iteration {iteration}: meta-loss {meta_loss:.4g}', flush=True)`;

const evaluation = (
  { task, support, query, score }: PythonFamily,
  { rates }: PythonAlgorithm,
): string => `def evaluate(params, ${rates}tasks):
    """新しいタスクに 0, 1, 2, … ステップ適応したときの${score === undefined ? '損失' : '損失とスコア'}を調べます。"""
    rows = []  # タスクごとの結果
    for _ in range(tasks):  # 評価のタスクを 1 つずつ
        ${task.includes(',') ? task : `${task},`} = sample_task('test')  # 学習で見ていないタスク
        phi, losses, scores = params, [], []  # φ を θ から始めます
        for step in range(EVALUATION_STEPS + 1):  # 0 ステップ（適応前）から順に
            if step > 0:  # 適応前の採点では動かしません
                phi = inner_step(phi, ${rates}${support}, create_graph=False)  # 1 ステップ適応します
                phi = [p.detach().requires_grad_() for p in phi]  # ここまでの計算の記録を捨てます
            examples = ${query}  # 採点に使う例
            losses.append(loss_of(phi, examples).item())  # クエリ集合での損失${
              score === undefined ? '' : '\n            scores.append(score_of(phi, examples))  # クエリ集合でのスコア'
            }
        rows.append((losses, scores))  # このタスクの結果
    return rows  # 全タスクの結果


def report(rows):
    """平均 ± 95 % 信頼区間（1.96 × 標準偏差 ÷ √n）と中央値を表示します。"""
    sound = [row for row in rows if all(abs(loss) <= 1e4 for loss in row[0])]  # 発散したタスクは平均から除きます
    print(f'{len(rows)} unseen tasks, {len(rows) - len(sound)} diverged; mean +/- 95 % CI (median)')
    if len(sound) < 2:  # 平均を取れません
        return  # ここで終わります
    for index, name in enumerate([${score === undefined ? "'loss'" : `'loss', '${score}'`}]):  # 表示する量
        for step in range(EVALUATION_STEPS + 1):  # ステップごとに
            values = [row[index][step] for row in sound]  # 全タスクの値
            mean = statistics.mean(values)  # 平均
            half_width = 1.96 * statistics.stdev(values) / math.sqrt(len(values))  # 信頼区間の幅の半分
            print(f'{name} after {step} steps: {mean:.6g} +/- {half_width:.3g} ({statistics.median(values):.4g})')`;

const main = ({ rates }: PythonAlgorithm): string => `def main():
    parser = argparse.ArgumentParser()  # 実行時に変えられる値
    parser.add_argument('--iterations', type=int, default=ITERATIONS)  # 反復回数
    parser.add_argument('--tasks', type=int, default=EVALUATION_TASKS)  # 評価のタスク数
    parser.add_argument('--seed', type=int, default=SEED)  # 乱数のシード
    args = parser.parse_args()  # コマンドラインを読みます
    torch.set_num_threads(1)  # 小さな行列では 1 スレッドの方が速く動きます
    random.seed(args.seed)  # 同じシードなら、いつも同じ結果になります
    torch.manual_seed(args.seed)  # PyTorch の乱数も同じシードから
    params = init_params()  # 初期値 θ${
      rates === '' ? '' : '\n    alphas = [torch.full_like(p, ALPHA).requires_grad_() for p in params]  # α も学習します'
    }
    train(params, ${rates}args.iterations)  # 外側ループで学習します
    random.seed(args.seed + 1000003)  # 評価には、学習とは別の乱数を使います
    torch.manual_seed(args.seed + 1000003)  # PyTorch の乱数も変えます
    report(evaluate(params, ${rates}max(2, args.tasks)))  # 評価して表示します


if __name__ == '__main__':
    main()  # 直接実行したときだけ動きます
`;

/** Whether the family has a script. */
export const hasPythonScript = (family: FamilyId): boolean => families[family] !== null;

/** Name under which the script is saved or named in its own heading. */
export const pythonFileName = ({ family, algorithm }: Settings): string => `${algorithm}_${family}.py`;

/** The script of an experiment; undefined for a family that has none. */
export function pythonScript(settings: Settings): string | undefined {
  const family: PythonFamily | null = families[settings.family];
  if (family === null) return undefined;
  const algorithm = algorithms[settings.algorithm];
  return [
    heading(family, algorithm, pythonFileName(settings)),
    constants(settings, family),
    family.code(settings),
    algorithm.innerStep(family),
    algorithm.taskGradient(family),
    training(family, algorithm, settings.outer),
    evaluation(family, algorithm),
    main(algorithm),
  ].join('\n\n\n');
}
