// A YAML text together with where everything in it stands, so that a mistake found later can name its line.
import { LineCounter, isCollection, isMap, isPair, isScalar, parseDocument, type Node } from 'yaml';
import type { Report } from './problems';

/** Steps into a YAML value: keys of maps, indexes of lists. */
export type Path = readonly (string | number)[];

export interface YamlSource {
  /** The text's root, null when it is empty. */
  readonly root: Node | null;
  /** The text as plain values. */
  readonly value: unknown;
  lineOf(node: unknown): number;
  /** The line of the value at `path`, or of the closest one around it. */
  lineAt(path: Path): number;
  /** The line on which the text of the scalar at `path` begins: a block scalar begins below its key. */
  textLineAt(path: Path): number;
}

/**
 * Reads one YAML document whose first line is line `firstLine` of its file.
 * @returns undefined when the text is not YAML, which is then reported
 */
export function readYaml(text: string, firstLine: number, report: Report): YamlSource | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const lineOfOffset = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  for (const error of [...document.errors, ...document.warnings]) {
    report(
      lineOfOffset(error.pos[0]),
      `This is not sound YAML: ${error.message}.`,
      'Correct the line; quote a text that holds “: ” or begins with a sign.',
    );
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (node: unknown): number => {
    const inner = isPair(node) ? node.key : node;
    const range = isScalar(inner) || isCollection(inner) ? inner.range : undefined;
    return range ? lineOfOffset(range[0]) : firstLine;
  };
  /** The pair or value reached by `path`, stopping at the last step that exists. */
  const walk = (path: Path): { readonly key: unknown; readonly value: unknown } => {
    let key: unknown = document.contents;
    let value: unknown = document.contents;
    for (const step of path) {
      if (isMap(value)) {
        const pair = value.items.find((item) => isScalar(item.key) && item.key.value === step);
        if (pair === undefined) break;
        [key, value] = [pair.key, pair.value];
      } else if (isCollection(value) && typeof step === 'number' && value.items[step] !== undefined) {
        key = value = value.items[step];
      } else break;
    }
    return { key, value };
  };
  return {
    root: document.contents,
    value: document.toJS() as unknown,
    lineOf,
    lineAt: (path) => lineOf(walk(path).key),
    textLineAt(path) {
      const { value } = walk(path);
      const block = isScalar(value) && (value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED');
      return lineOf(value) + (block ? 1 : 0);
    },
  };
}
