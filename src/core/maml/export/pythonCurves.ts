// The families with given numbers in the exported script: sinusoid regression and quadratic bowls.
import { literal, networkCode, sizes, type PythonFamily } from './pythonFamily';

export const sinusoidPython: PythonFamily = {
  title: '正弦波の回帰',
  constants: (settings) => [
    `K = ${settings.shots}  # サポート集合の点の数`,
    `K_QUERY = ${settings.queryShots}  # クエリ集合の点の数`,
    `FREQUENCIES = ${literal(settings.frequencies)}  # 角周波数 ω の範囲`,
    sizes('1', '1', settings),
  ],
  code: (settings) => `${networkCode(settings)}


def sample_points(amplitude, phase, frequency, count):
    """1 つの正弦波から点 (x, y) を引きます。"""
    x = torch.empty(count, 1).uniform_(-5.0, 5.0)  # x は [−5, 5] の一様分布
    y = amplitude * torch.sin(frequency * x - phase)  # 正解 y = A sin(ωx − p)
    return x, y  # どちらも [点の数, 1]


def sample_task(split):
    """タスクを 1 つ引きます。正弦波は毎回新しいので、split（学習用か評価用か）による違いはありません。"""
    amplitude = random.uniform(0.1, 5.0)  # 振幅 A
    phase = random.uniform(0.0, math.pi)  # 位相 p
    frequency = random.uniform(*FREQUENCIES)  # 角周波数 ω
    support = sample_points(amplitude, phase, frequency, K)  # 適応に使う点
    query = sample_points(amplitude, phase, frequency, K_QUERY)  # 採点に使う別の点
    return support, query  # サポート集合とクエリ集合


def loss_of(params, examples):
    """平均二乗誤差 (MSE) です。"""
    x, y = examples  # 入力と正解
    return ((forward(params, x) - y) ** 2).mean()  # 誤差の 2 乗の平均`,
  task: 'support, query',
  support: 'support',
  query: 'query',
  head: '2',
};

export const bowlsPython: PythonFamily = {
  title: '2 次関数のお椀',
  constants: ({ dimension }) => [`DIMENSION = ${dimension}  # パラメータ θ の次元`],
  code: () => `def init_params():
    """θ の初期値です。ネットワークはなく、θ そのものがお椀の上の点です。"""
    theta = torch.empty(DIMENSION).uniform_(-3.0, 3.0)  # [−3, 3] の一様分布
    return [theta.requires_grad_()]  # 他の実験と同じく、パラメータのリストにします


def sample_task(split):
    """お椀を 1 つ引きます。お椀は毎回新しいので、split（学習用か評価用か）による違いはありません。"""
    curvatures = torch.empty(DIMENSION).uniform_(0.5, 3.0)  # 曲率（行列 A の固有値）
    center = torch.empty(DIMENSION).uniform_(-2.0, 2.0)  # お椀の底 c
    matrix = torch.diag(curvatures)  # 1 次元ならこれが A です
    if DIMENSION == 2:  # 2 次元では軸を回転させます
        angle = random.uniform(0.0, math.pi)  # 回転の角度
        c, s = math.cos(angle), math.sin(angle)  # 余弦と正弦
        rotation = torch.tensor([[c, -s], [s, c]])  # 回転行列 R
        matrix = rotation @ matrix @ rotation.T  # 回転させた A = R diag(a, b) Rᵀ
    bowl = (matrix, center)  # お椀は行列 A と底 c の組です
    return bowl, bowl  # データがないので、サポートもクエリも同じお椀です


def loss_of(params, bowl):
    """L(θ) = ½ (θ − c)ᵀ A (θ − c) です。"""
    matrix, center = bowl  # A と c
    offset = params[0] - center  # 底からのずれ
    return 0.5 * offset @ matrix @ offset  # 2 次形式`,
  task: 'support, query',
  support: 'support',
  query: 'query',
  head: '1',
};
