// The presets' names and what each shows, in both languages.
import { wordsOf, type Words } from '../../shared/words';

const en = {
  name_fast: 'Sinusoids, fast',
  comment_fast: 'A larger inner rate (α = 0.01) and Glorot initialisation: it learns to adapt within seconds. Start here.',
  name_faithful: 'Sinusoids, as published',
  comment_faithful:
    'The settings of Finn’s code for five points: α = 0.001 and 70,000 iterations. Takes much longer, and can be set beside the paper’s table.',
  name_fiveSteps: 'Five inner steps',
  comment_fiveSteps:
    'Training looks five steps ahead instead of one. Each iteration needs five Hessian-vector products per task; watch how long it takes and what step 5 gains.',
  name_firstOrder: 'First order only (FOMAML)',
  comment_firstOrder:
    'The second-order part −αHv is dropped. Adaptation ends almost as well; look at the error before adaptation, where the two differ.',
  name_symbols: 'Symbols, 5-way 3-shot',
  comment_symbols: 'Five classes never seen before, three drawings of each: classification with cross-entropy, the syllabus’ own example.',
  name_navigation: 'Navigation',
  comment_navigation:
    'Reinforcement learning: a point must find a hidden goal. Adaptation is a policy-gradient step on its own trajectories.',
  name_bowls: 'Quadratic bowls',
  comment_bowls: 'Two parameters and no network: every gradient has a closed form, so you can check each line with pencil and paper.',
  name_fewTasks: 'One task per iteration',
  comment_fewTasks:
    'The meta-gradient comes from a single task and is mostly noise: the curve jumps about, and adaptation ends worse than with 25 tasks.',
  name_alphaTooSmall: 'α too small',
  comment_alphaTooSmall: 'With α = 0.0001 a step hardly moves φ, so adaptation barely lowers the error, however good θ is.',
  name_alphaTooLarge: 'α too large',
  comment_alphaTooLarge:
    'With α = 0.5 the inner step overshoots. Training still ends, but many unseen tasks diverge while adapting: a mean of the others would mislead.',
  name_betaTooLarge: 'β too large',
  comment_betaTooLarge:
    'With β = 1 the outer step throws θ so far that the loss is beyond any use within a few iterations: training blows up.',
};

const ja = {
  name_fast: '正弦波（速い）',
  comment_fast: '内側の学習率を大きめ（α = 0.01）にし、Glorot 初期化を使います。数秒で「適応のしかた」を覚えます。まずはここから。',
  name_faithful: '正弦波（論文どおり）',
  comment_faithful: 'Finn らのコードの設定です（5 点、α = 0.001、70,000 回）。時間はかかりますが、論文の表と並べて比べられます。',
  name_fiveSteps: '内側 5 ステップ',
  comment_fiveSteps:
    '1 歩先ではなく 5 歩先まで見て学習します。1 タスクごとにヘッセ行列とベクトルの積が 5 回必要です。時間と、5 歩目の誤差に注目してください。',
  name_firstOrder: '1 階だけ（FOMAML）',
  comment_firstOrder: '2 階の項 −αHv を捨てます。適応後の成績はほとんど変わりません。違いが出るのは適応前の誤差です。',
  name_symbols: '記号の分類（5-way 3-shot）',
  comment_symbols: '見たことのない 5 クラスを、3 枚ずつの手本から見分けます。交差エントロピーを使う、シラバスと同じ設定の分類です。',
  name_navigation: 'ナビゲーション',
  comment_navigation: '強化学習の例です。点が、隠れたゴールを探します。適応は、自分の軌跡から計算する方策勾配の 1 歩です。',
  name_bowls: '2 次関数のお椀',
  comment_bowls: 'パラメータは 2 個で、ネットワークはありません。どの勾配も式で書けるので、1 行ずつ手計算で確かめられます。',
  name_fewTasks: 'タスクが 1 個だけ',
  comment_fewTasks: 'メタ勾配をタスク 1 個から計算するので、ほとんどが雑音です。曲線が暴れ、25 個のときより適応後の誤差が大きくなります。',
  name_alphaTooSmall: 'α が小さすぎる',
  comment_alphaTooSmall: 'α = 0.0001 では φ がほとんど動きません。θ がどんなによくても、適応で誤差が下がりません。',
  name_alphaTooLarge: 'α が大きすぎる',
  comment_alphaTooLarge:
    'α = 0.5 では内側の 1 歩が行き過ぎます。学習は最後まで進みますが、未知タスクの多くが適応中に発散します。残りだけの平均は当てになりません。',
  name_betaTooLarge: 'β が大きすぎる',
  comment_betaTooLarge: 'β = 1 では外側の 1 歩で θ が遠くへ飛び、数回で損失が使えない大きさになります。学習そのものが発散します。',
};

export const presetWords = wordsOf({ en, ja } satisfies Words<typeof en>);
