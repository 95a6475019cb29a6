// The listing as a document with line numbers: the text that the debugger opens, and the table between its lines and the labels of Steps.
import type { AlgorithmId } from '../algorithms/algorithm';
import { listingOf } from '../listing/listing';
import { DEPTH, type Line } from '../trace/step';

/** Name of the document, and the source that it opens with. */
const HEADERS: Readonly<Record<AlgorithmId, readonly [name: string, source: string]>> = {
  maml: ['MAML', 'Finn, Abbeel, Levine 2017, Algorithm 1'],
  fomaml: ['FOMAML', 'Finn, Abbeel, Levine 2017, 5.2 節：2 階の項を捨てた MAML'],
  reptile: ['Reptile', 'Nichol, Achiam, Schulman 2018, Algorithm 1'],
  anil: ['ANIL', 'Raghu, Raghu, Bengio, Vinyals 2020：内側ループで動くのは最終層だけ'],
  metaSgd: ['Meta-SGD', 'Li, Zhou, Chen, Li 2017：学習率 alpha もパラメータごとに学ぶ'],
  pretrain: ['Pretraining', '比較の相手：すべてのタスクを 1 つのネットワークで学ぶ'],
};
const GUIDE = '▶ が次に実行する行です。値は、その行を実行する直前のものです。';

/** What the names of listings end in; editors choose the language by it. */
export const LISTING_ENDING = '.maml';

export interface ListingDocument {
  /** Of the file: MAML.maml. */
  readonly name: string;
  readonly text: string;
  /** The label of each line of the text, from the first; headers and comments have none. */
  readonly labels: readonly (Line | undefined)[];
}

/** The document of an algorithm. Lines are numbered from 1, as editors do. */
export function listingDocument(algorithm: AlgorithmId): ListingDocument {
  const listing = listingOf(algorithm);
  const [name, source] = HEADERS[algorithm];
  // A comment stands above its line: beside it, it would leave a narrow editor, and push the values shown there out of sight.
  const rows: readonly (readonly [text: string, label?: Line | undefined])[] = [
    [`# ${name}（${source}）`],
    [`# ${GUIDE}`],
    [''],
    ...listing.flatMap(({ code, comment, line }) => [
      ...(comment === '' ? [] : [[`${/^ */.exec(code)![0]}# ${comment}`] as const]),
      [code, line] as const,
    ]),
    [''],
  ];
  return {
    name: `${name}${LISTING_ENDING}`,
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
