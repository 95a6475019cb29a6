// Every word of the lab's questions, in both languages: what is asked, what may be answered, what happened and why.
import type { PredictionAnswer, PredictionId } from '../../core/maml/predict/predictionId';
import { wordsOf, type Words } from '../shared/words';

const enWords = {
  title: 'Predict first',
  skip: 'Skip',
  close: 'Close',
  judging: 'Computing what really happens…',
  right: 'Right: {0}.',
  wrong: 'Not this time: {0}.',
  undecided: 'The two numbers are equal or unusable here, so nothing is decided. It does not count.',
  switch: 'Ask me to predict',
  again: 'Ask again',
  firstInnerStep:
    'A small step against the gradient lowers the loss whose gradient it is. A step that is too long jumps over the valley, and the loss rises.',
  queryAfterAdapting: 'Adaptation sees only the support points. What it gains on the query points is what the outer loop trains for.',
  longerPart: 'FOMAML keeps only the first-order part. The shorter the second-order part −αHv, the less FOMAML loses.',
  secondOrderEffect:
    'The second-order part takes into account how the inner step changes with θ. It turns the meta-gradient and changes its length.',
  fasterStart: 'Both start from one network and take the same step on the same points. Only θ differs.',
  moreSteps: 'θ was trained for few steps. Further steps of plain gradient descent may go on, stall, or overfit the support points.',
};

const jaWords: { readonly [K in keyof typeof enWords]: string } = {
  title: '先に予想',
  skip: '答えない',
  close: '閉じる',
  judging: '実際にどうなるかを計算しています…',
  right: '予想どおりです：{0}。',
  wrong: '予想と違いました：{0}。',
  undecided: '2 つの数値が等しいか使えない値なので、判定できません。回数には数えません。',
  switch: '先に予想を尋ねる',
  again: 'もう一度尋ねる',
  firstInnerStep: '勾配の逆へ小さく動けば、その勾配を計算した損失は下がります。歩幅が大きすぎると谷を飛び越えて上がります。',
  queryAfterAdapting: '適応で見るのはサポート点だけです。クエリ点でどれだけ良くなるかを、外側ループが学習します。',
  longerPart: 'FOMAML は 1 階の項だけを残します。2 階の項 −αHv が短いほど、FOMAML が失うものも小さくなります。',
  secondOrderEffect: '2 階の項は、θ を変えると内側の更新がどう変わるかを表します。メタ勾配の向きと長さを変えます。',
  fasterStart: 'ネットワークも、1 歩の大きさも、使う点も同じです。違うのは初期値 θ だけです。',
  moreSteps: 'θ は少ないステップ数で学習しました。さらに進むと、下がり続けることも、止まることも、サポート点に過剰適合することもあります。',
};

const enAsked: Readonly<Record<PredictionId, string>> = {
  firstInnerStep: 'Next, φ takes its first step. Will the support loss of this task fall or rise?',
  queryAfterAdapting: 'Next, φ is judged on the query points. Is their loss lower or higher than at θ, before adaptation?',
  longerPart: 'Next, this task’s meta-gradient is taken apart. Which part is longer?',
  secondOrderEffect: 'Next, the meta-gradient of all tasks. Does the second-order part make it longer or shorter?',
  fasterStart: 'After one inner step on unseen tasks: which starting point has the lower error?',
  moreSteps: 'If adaptation goes on to 20 steps, does the error on unseen tasks fall further or rise again?',
};

const jaAsked: typeof enAsked = {
  firstInnerStep: '次の行で φ が 1 歩目を進みます。このタスクのサポート損失は下がるでしょうか、上がるでしょうか。',
  queryAfterAdapting: '次の行で、φ をクエリ点で採点します。適応前の θ と比べて、損失は下がっているでしょうか。',
  longerPart: '次の行で、このタスクのメタ勾配を 2 つに分けます。長いのはどちらの矢印でしょうか。',
  secondOrderEffect: '次の行は全タスクのメタ勾配です。2 階の項が加わると、1 階の項だけのときより長くなるでしょうか。',
  fasterStart: '見たことのないタスクで 1 ステップ適応します。誤差が小さいのは、どちらの初期値でしょうか。',
  moreSteps: '適応を 20 ステップまで続けると、見たことのないタスクの誤差はさらに下がるでしょうか。',
};

const enAnswers: Readonly<Record<PredictionAnswer, string>> = {
  falls: 'It falls',
  rises: 'It rises',
  first: 'First-order part',
  second: 'Second-order part',
  longer: 'Longer',
  shorter: 'Shorter',
  trained: 'The trained θ',
  random: 'The random θ',
};

const jaAnswers: typeof enAnswers = {
  falls: '下がる',
  rises: '上がる',
  first: '1 階の項',
  second: '2 階の項',
  longer: '長くなる',
  shorter: '短くなる',
  trained: '学習した θ',
  random: '乱数の θ',
};

/** The sentence with the numbers, by the answer that holds. */
type Judged = Readonly<Record<PredictionId, Partial<Readonly<Record<PredictionAnswer, string>>>>>;

const enJudged: Judged = {
  firstInnerStep: { falls: 'The support loss goes from {0} down to {1}.', rises: 'The support loss goes from {0} up to {1}.' },
  queryAfterAdapting: { falls: 'The query loss goes from {0} down to {1}.', rises: 'The query loss goes from {0} up to {1}.' },
  longerPart: {
    first: 'Its length is {0}, that of the second-order part {1}.',
    second: 'Its length is {1}, that of the first-order part {0}.',
  },
  secondOrderEffect: { longer: 'Its length goes from {0} to {1}.', shorter: 'Its length goes from {0} to {1}.' },
  fasterStart: {
    trained: 'After one step its error is {0}, from the random θ {1}.',
    random: 'After one step its error is {1}, from the trained θ {0}.',
  },
  moreSteps: {
    falls: 'The mean goes from {1} after {0} steps to {3} after {2}.',
    rises: 'The mean goes from {1} after {0} steps to {3} after {2}.',
  },
};

const jaJudged: Judged = {
  firstInnerStep: { falls: 'サポート損失は {0} から {1} に下がります。', rises: 'サポート損失は {0} から {1} に上がります。' },
  queryAfterAdapting: { falls: 'クエリ損失は {0} から {1} に下がります。', rises: 'クエリ損失は {0} から {1} に上がります。' },
  longerPart: { first: '1 階の項の長さは {0}、2 階の項は {1} です。', second: '2 階の項の長さは {1}、1 階の項は {0} です。' },
  secondOrderEffect: { longer: '長さは {0} から {1} になります。', shorter: '長さは {0} から {1} になります。' },
  fasterStart: {
    trained: '1 ステップ後の誤差は、学習した θ から {0}、乱数の θ から {1} です。',
    random: '1 ステップ後の誤差は、乱数の θ から {1}、学習した θ から {0} です。',
  },
  moreSteps: {
    falls: '平均は {0} ステップ後の {1} から、{2} ステップ後に {3} になります。',
    rises: '平均は {0} ステップ後の {1} から、{2} ステップ後に {3} になります。',
  },
};

const japanese = document.documentElement.lang === 'ja';

export const predictionWords = wordsOf({ en: enWords, ja: jaWords } satisfies Words<typeof enWords>);
export const asked = japanese ? jaAsked : enAsked;
export const answerWords = japanese ? jaAnswers : enAnswers;
export const judged = japanese ? jaJudged : enJudged;
