// The family of 2-D navigation in the exported script: trajectories, a linear baseline and the policy gradient's loss.
import { ACTION_NOISE } from '../tasks/navigation';
import { networkCode, sizes, type PythonFamily } from './pythonFamily';

export const navigationPython: PythonFamily = {
  title: '2 次元ナビゲーション（強化学習）',
  constants: (settings) => [
    `K = ${settings.shots}  # サポート集合として集める軌跡の本数`,
    `K_QUERY = ${settings.queryShots}  # クエリ集合として集める軌跡の本数`,
    `HORIZON = ${settings.horizon}  # 軌跡の長さ`,
    'SCALE = 0.1  # ネットワークの出力 1 が速度 0.1 にあたります',
    `NOISE = ${ACTION_NOISE} / SCALE  # 方策の標準偏差 σ（出力の単位）`,
    sizes('2', '2', settings),
  ],
  code: (settings) => `${networkCode(settings)}


def sample_task(split):
    """タスクは隠されたゴールの位置です。split（学習用か評価用か）による違いはありません。"""
    return (torch.empty(2).uniform_(-0.5, 0.5),)  # ゴールの座標


def advantages(states, returns, times):
    """アドバンテージ: これから得る報酬の和から、状態と時刻の 1 次式（ベースライン）を引き、平均 0・標準偏差 1 にします。"""
    x, tau = states.double(), times.double()[:, None] / 100  # 状態と、100 で割った時刻（倍精度で計算します）
    features = torch.cat([torch.ones_like(tau), x, x ** 2, tau, tau ** 2, tau ** 3], 1)  # 特徴量 8 個
    gram = features.T @ features + 1e-5 * torch.eye(8, dtype=torch.double)  # リッジ回帰の正規方程式
    weights = torch.linalg.solve(gram, features.T @ returns.double())  # ベースラインの係数
    raw = returns.double() - features @ weights  # 予測より良かった分
    return ((raw - raw.mean()) / (raw.std(unbiased=False) + 1e-8)).to(states.dtype)  # 平均 0、標準偏差 1 に


def collect(params, goal, count):
    """方策 N(μ(s), σ²) で count 本の軌跡を同時に集めます。報酬は −(ゴールまでの距離) です。"""
    with torch.no_grad():  # 集めている間は微分しません
        at, moving = torch.zeros(count, 2), torch.ones(count, dtype=torch.bool)  # 原点から出発
        states, actions, rewards, active = [], [], [], []  # 時刻ごとの記録
        for _ in range(HORIZON):  # 1 時刻ずつ進みます
            action = forward(params, at) + NOISE * torch.randn(count, 2)  # 行動を引きます
            states.append(at)  # 行動する前の位置
            actions.append(action)  # 引いた行動
            active.append(moving)  # 着いた軌跡はもう数えません
            at = torch.where(moving[:, None], at + (SCALE * action).clamp(-0.1, 0.1), at)  # 速さは 0.1 まで
            distance = (at - goal).norm(dim=1)  # ゴールまでの距離
            rewards.append(torch.where(moving, -distance, torch.zeros(count)))  # 動いている軌跡だけが報酬を受けます
            moving = moving & (distance >= 0.01)  # 0.01 より近づいたら到着
        rewards, active = torch.stack(rewards), torch.stack(active)  # [時刻, 軌跡] の表にします
        to_go = rewards.flip(0).cumsum(0).flip(0)  # その時刻から先の報酬の和
        times = torch.arange(HORIZON)[:, None].expand(HORIZON, count)  # 各行の時刻
        states, actions = torch.stack(states)[active], torch.stack(actions)[active]  # 動いていた時刻だけを残します
        advantage = advantages(states, to_go[active], times[active])  # 行動ごとの良さ
        return states, actions, advantage, rewards.sum().item() / count  # 最後は平均リターン


def loss_of(params, episode):
    """方策勾配の損失 −(1/N) Σ Â log π(a|s) です（定数を除きます）。"""
    states, actions, advantage, _ = episode  # 集めた軌跡
    return (advantage * ((forward(params, states) - actions) ** 2).sum(1)).mean() / (2 * NOISE ** 2)  # 正規分布の対数は 2 乗誤差になります


def score_of(params, episode):
    """軌跡 1 本あたりの報酬の和（リターン）です。"""
    return episode[3]  # 集めるときに計算済みです`,
  task: 'goal',
  support: 'collect(phi, goal, K)',
  query: 'collect(phi, goal, K_QUERY)',
  head: '2',
  score: 'return',
};
