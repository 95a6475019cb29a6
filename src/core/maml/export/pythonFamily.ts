// What a family of tasks adds to the exported PyTorch script: its constants, how tasks are drawn, its loss and its score.
import type { Settings } from '../settings';
import type { ScoreName } from '../tasks/task';

/** One row of the table of families. All text is Python with comments in Japanese; nothing is indented at the start. */
export interface PythonFamily {
  /** What is learned, in the heading's words. */
  readonly title: string;
  /** What a reader must know about how this script differs from the lab's own run, beside its random numbers. */
  readonly remark?: string;
  /** `NAME = value  # …` */
  constants(settings: Settings): readonly string[];
  /** init_params, sample_task, loss_of and, where there is a score, score_of. */
  code(settings: Settings): string;
  /** Names of what `sample_task` returns. */
  readonly task: string;
  /** The support set for the next inner step at `phi`, and the query set at the adapted `phi`. */
  readonly support: string;
  readonly query: string;
  /** The last layer's tensors in the list `phi`, for ANIL. */
  readonly head: string;
  readonly score?: ScoreName;
}

/** A Python literal: numbers as they are, lists in brackets. */
export const literal = (value: number | readonly number[]): string =>
  typeof value === 'number' ? String(value) : `[${value.map(String).join(', ')}]`;

const INIT = {
  glorot: `        limit = math.sqrt(6 / (n_in + n_out))  # Glorot の一様分布の端
        w = torch.empty(n_in, n_out).uniform_(-limit, limit)  # 重みを [−limit, limit] から引きます`,
  truncatedNormal: `        w = torch.empty(n_in, n_out)  # 重みの入れ物
        torch.nn.init.trunc_normal_(w, std=0.01, a=-0.02, b=0.02)  # 標準偏差 0.01、2σ で切った正規分布`,
} satisfies Record<Settings['init'], string>;

/** θ as a list of tensors, and a forward pass that takes that list as an argument. */
export const networkCode = ({ init, activation }: Settings): string => `def init_params():
    """θ の初期値です。層ごとに重み w [入力数, 出力数] とバイアス b [出力数] を並べたリストにします。"""
    params = []  # 重みとバイアスを並べるリスト
    for n_in, n_out in zip(SIZES[:-1], SIZES[1:]):  # 隣り合う 2 層の幅
${INIT[init]}
        b = torch.zeros(n_out)  # バイアスは 0 から始めます
        params += [w, b]  # w1, b1, w2, b2, … の順
    return [p.requires_grad_() for p in params]  # θ で微分できるようにします


def forward(params, x):
    """順伝播です。パラメータを引数で受け取るので、θ でも φ でも同じ関数で計算できます。"""
    for i in range(0, len(params), 2):  # w と b を 1 組ずつ取り出します
        x = x @ params[i] + params[i + 1]  # 線形変換 xW + b
        if i + 2 < len(params):  # 最後の層の後には活性化関数を置きません
            x = torch.${activation}(x)  # 活性化関数
    return x  # 最後の層の出力`;

export const sizes = (inputs: string, outputs: string, { hidden }: Settings): string =>
  `SIZES = [${[inputs, ...hidden.map(String), outputs].join(', ')}]  # 各層の幅（入力、隠れ層、出力）`;
