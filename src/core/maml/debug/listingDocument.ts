// The listing as a document with line numbers: the text that the debugger opens, and the table between its lines and the labels of Steps.
import type { AlgorithmId } from '../algorithms/algorithm';
import { listingOf, type ListingLanguage } from '../listing/listing';
import { DEPTH, type Line } from '../trace/step';

/** Name of the document, and the source that it opens with. */
const HEADERS: Readonly<Record<AlgorithmId, { readonly name: string } & Readonly<Record<ListingLanguage, string>>>> = {
  maml: { name: 'MAML', ja: 'Finn, Abbeel, Levine 2017, Algorithm 1', en: 'Finn, Abbeel, Levine 2017, Algorithm 1' },
  fomaml: {
    name: 'FOMAML',
    ja: 'Finn, Abbeel, Levine 2017, 5.2 節：2 階の項を捨てた MAML',
    en: 'Finn, Abbeel, Levine 2017, 5.2: MAML without second-order term',
  },
  reptile: { name: 'Reptile', ja: 'Nichol, Achiam, Schulman 2018, Algorithm 1', en: 'Nichol, Achiam, Schulman 2018, Algorithm 1' },
  anil: {
    name: 'ANIL',
    ja: 'Raghu, Raghu, Bengio, Vinyals 2020：内側ループで動くのは最終層だけ',
    en: 'Raghu et al. 2020: only the last layer moves in the inner loop',
  },
  metaSgd: {
    name: 'Meta-SGD',
    ja: 'Li, Zhou, Chen, Li 2017：学習率 alpha もパラメータごとに学ぶ',
    en: 'Li, Zhou, Chen, Li 2017: learns a rate for each parameter',
  },
  pretrain: {
    name: 'Pretraining',
    ja: '比較の相手：すべてのタスクを 1 つのネットワークで学ぶ',
    en: 'the rival of MAML: one network learns all tasks',
  },
};
const GUIDE: Readonly<Record<ListingLanguage, string>> = {
  ja: '▶ が次に実行する行です。値は、その行を実行する直前のものです。',
  en: '▶ marks the line that runs next. Values are those from just before it.',
};
const BRACKETS: Readonly<Record<ListingLanguage, readonly [string, string]>> = { ja: ['（', '）'], en: [' (', ')'] };

/** What the names of listings end in; editors choose the language by it. */
export const LISTING_ENDING = '.maml';

export interface ListingDocument {
  /** Of the file. */
  readonly name: string;
  readonly text: string;
  /** The label of each line of the text, from the first; headers and comments have none. */
  readonly labels: readonly (Line | undefined)[];
}

/** The file name of an algorithm's listing: MAML.maml. */
export const listingFile = (algorithm: AlgorithmId): string => `${listingTitle(algorithm)}${LISTING_ENDING}`;

/** The name that the listing carries: MAML. */
export const listingTitle = (algorithm: AlgorithmId): string => HEADERS[algorithm].name;

/** The document of an algorithm; its lines, numbered from 1 as editors do, are the same in every language. */
export function listingDocument(algorithm: AlgorithmId, language: ListingLanguage): ListingDocument {
  const listing = listingOf(algorithm);
  const { name, [language]: source } = HEADERS[algorithm];
  const [open, close] = BRACKETS[language];
  // A comment stands above its line: beside it, it would leave a narrow editor, and push the values shown there out of sight.
  const rows: readonly (readonly [text: string, label?: Line | undefined])[] = [
    [`# ${name}${open}${source}${close}`],
    [`# ${GUIDE[language]}`],
    [''],
    ...listing.flatMap(({ code, comment, line }) => [[`${/^ */.exec(code)![0]}# ${comment[language]}`] as const, [code, line] as const]),
    [''],
  ];
  return {
    name: listingFile(algorithm),
    text: rows.map(([text]) => text).join('\n'),
    labels: rows.map(([, label]) => label),
  };
}

/** The line on which a label stands; the outer loop's head when nothing comes next. */
export function lineOf({ labels, text }: ListingDocument, label: Line | undefined): number {
  if (label !== undefined) return labels.indexOf(label) + 1;
  return text.split('\n').findIndex((line) => line.startsWith('for ')) + 1;
}

/** The line that called into the frame of `label`: the head of the inner loop for an inner step, the loop over tasks for a task. */
export function callerOf(document: ListingDocument, label: Line): number {
  const called = lineOf(document, label);
  if (DEPTH[label] < 2) return lineOf(document, 'task');
  const code = document.text.split('\n');
  const indent = (line: number) => /^ */.exec(code[line - 1]!)![0].length;
  let line = called - 1;
  while (line > 1 && !(/^ *for /.test(code[line - 1]!) && indent(line) < indent(called))) line--;
  return line;
}

/** The first line from `line` on that is ever executed, else the last one: where a breakpoint set on `line` belongs. */
export function executableFrom({ labels }: ListingDocument, line: number): number {
  const after = labels.findIndex((label, index) => index >= line - 1 && label !== undefined);
  const last = Math.max(...labels.flatMap((label, index) => (label === undefined ? [] : [index])));
  return (after >= 0 ? after : last) + 1;
}
