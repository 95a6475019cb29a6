// The family of drawn symbols in the exported script: the lab's own generator of strokes, written again with tensors.
import { SYMBOL_DRAWINGS } from '../settings';
import { SIDE } from '../tasks/strokes';
import { CLASSES } from '../tasks/symbols';
import { networkCode, sizes, type PythonFamily } from './pythonFamily';

const strokes = `def random_point():
    """紙の内側の点です。"""
    return [random.uniform(0.12, 0.88), random.uniform(0.12, 0.88)]  # x と y


def draw_symbol():
    """新しい記号です。2〜4 本の 2 次ベジェ曲線（始点、制御点、終点）からできています。"""
    strokes = []  # 画のリスト
    for _ in range(random.randint(2, 4)):  # 画の本数
        joined = len(strokes) > 0 and random.random() < 0.6  # 前の画の終わりから続けるか
        start = strokes[-1][2] if joined else random_point()  # 始点
        end = random_point()  # 終点
        while (end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2 < 0.09:  # 短すぎる画は引き直します
            end = random_point()  # 引き直した終点
        strokes.append([start, random_point(), end])  # 制御点も引いて、画を 1 本加えます
    return torch.tensor(strokes)  # [画, 3 点, xy]


def draw_variations(symbol):
    """同じ記号を DRAWINGS 回、手で書いたように少しずつ変えて描きます。返す形は [DRAWINGS, SIDE * SIDE] です。"""
    n = DRAWINGS  # 描く枚数
    points = symbol - 0.5 + 0.025 * torch.randn(n, *symbol.shape)  # 各点を少し揺らします
    angle = 0.12 * torch.randn(n)  # 全体の回転
    size = 1 + 0.08 * torch.randn(n)  # 全体の大きさ
    c, s = size * torch.cos(angle), size * torch.sin(angle)  # 行列の成分
    turn = torch.stack([torch.stack([c, s], 1), torch.stack([-s, c], 1)], 1)  # 回転と拡大の行列
    shift = 0.03 * torch.randn(n, 1, 1, 2)  # 全体のずれ
    points = 0.5 + torch.einsum('nkpi,nij->nkpj', points, turn) + shift  # 中心のまわりに回して、ずらします
    t = torch.linspace(0, 1, 7)[:, None]  # 曲線を 6 本の線分で近似します
    a, b, e = (points[:, :, i, None, :] for i in range(3))  # 始点、制御点、終点
    line = (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * e  # ベジェ曲線 [n, 画, 7, xy]
    start = line[:, :, :-1].reshape(n, 1, -1, 2)  # 線分の始点
    along = line[:, :, 1:].reshape(n, 1, -1, 2) - start  # 線分の向き
    grid = (torch.arange(SIDE) + 0.5) / SIDE  # 画素の中心
    pixel = torch.stack(torch.meshgrid(grid, grid, indexing='xy'), -1).reshape(1, -1, 1, 2)  # 全画素の座標
    share = (((pixel - start) * along).sum(-1) / (along ** 2).sum(-1).clamp(min=1e-12)).clamp(0, 1)  # 線分上の一番近い点
    distance = (pixel - start - share[..., None] * along).norm(dim=-1).min(-1).values  # 一番近い線までの距離
    return (1.5 - distance / PEN).clamp(0, 1)  # インクの濃さ 0…1


def make_bank():
    """全クラスの絵をあらかじめ描きます。学習用と評価用のクラスは分けておきます。"""
    drawings = [draw_variations(draw_symbol()) for _ in range(TRAIN_CLASSES + TEST_CLASSES)]  # クラスごとの絵
    return {'train': drawings[:TRAIN_CLASSES], 'test': drawings[TRAIN_CLASSES:]}  # 学習用と評価用`;

export const symbolsPython: PythonFamily = {
  title: '手書き記号の分類',
  remark: '記号はラボと同じ規則で、このスクリプトが自分で描きます（記号そのものはラボと異なります）。',
  constants: (settings) => [
    `WAYS = ${settings.ways}  # N: クラスの数`,
    `K = ${settings.shots}  # 1 クラスあたりのサポート画像の数`,
    `K_QUERY = ${settings.queryShots}  # 1 クラスあたりのクエリ画像の数`,
    `SIDE = ${SIDE}  # 画像の一辺の画素数`,
    'PEN = 0.055  # ペンの太さの半分',
    `DRAWINGS = ${SYMBOL_DRAWINGS}  # 1 クラスあたりの絵の数`,
    `TRAIN_CLASSES = ${CLASSES.train}  # 学習に使うクラスの数`,
    `TEST_CLASSES = ${CLASSES.test}  # 評価だけに使うクラスの数`,
    sizes('SIDE * SIDE', 'WAYS', settings),
    'BANK = {}  # 描いた絵（最初に一度だけ描きます）',
  ],
  code: (settings) => `${networkCode(settings)}


${strokes}


def sample_task(split):
    """N-way K-shot のタスクを 1 つ引きます。評価 (test) には学習で見ていないクラスを使います。"""
    if not BANK:  # まだ描いていなければ
        BANK.update(make_bank())  # ここで全部描きます
    support, query = [], []  # クラスごとに集めます
    for images in random.sample(BANK[split], WAYS):  # クラスを N 個選びます
        order = torch.randperm(DRAWINGS)  # サポートとクエリで同じ絵を使わないように並べ替えます
        support.append(images[order[:K]])  # 最初の K 枚をサポートに
        query.append(images[order[K:K + K_QUERY]])  # 次の K_QUERY 枚をクエリに
    labels = torch.arange(WAYS)  # このタスクでのクラス番号 0…N−1
    return (torch.cat(support), labels.repeat_interleave(K)), (torch.cat(query), labels.repeat_interleave(K_QUERY))


def loss_of(params, examples):
    """ソフトマックスの交差エントロピーです。"""
    x, labels = examples  # 画像とクラス番号
    return torch.nn.functional.cross_entropy(forward(params, x), labels)  # 画像についての平均


def score_of(params, examples):
    """正解率です。"""
    x, labels = examples  # 画像とクラス番号
    return (forward(params, x).argmax(1) == labels).double().mean().item()  # 一番大きい出力が正解である割合`,
  task: 'support, query',
  support: 'support',
  query: 'query',
  head: '2',
  score: 'accuracy',
};
