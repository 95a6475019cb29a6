// Every word of the lab's menu for taking a run away, in both languages.
import { wordsOf, type Words } from '../shared/words';

const en = {
  menu: 'Export…',
  files: 'Files',
  json: 'Everything (JSON)',
  evaluationCsv: 'Evaluation (CSV)',
  metaLossCsv: 'Meta-loss (CSV)',
  again: 'The same experiment',
  script: 'As a PyTorch script',
  link: 'Copy a link',
  pictures: 'Pictures shown',
  pictureAs: '{0} as {1}',
};

const ja: { readonly [K in keyof typeof en]: string } = {
  menu: '書き出す…',
  files: 'ファイル',
  json: 'すべて（JSON）',
  evaluationCsv: '評価の表（CSV）',
  metaLossCsv: 'メタ損失（CSV）',
  again: '同じ実験',
  script: 'PyTorch スクリプト',
  link: 'リンクをコピー',
  pictures: '表示中の図',
  pictureAs: '{0}（{1}）',
};

export const takeAwayWords = wordsOf({ en, ja } satisfies Words<typeof en>);
