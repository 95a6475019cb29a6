// What the compilation of one question needs: where it stands, its named values, and its texts as HTML.
import type { Slot } from '../../core/quiz/generator';
import { slotMark } from '../../core/quiz/generator';
import { nameValues, showingOf, type ShowNamed } from '../../core/syllabus/namedValues';
import { renderCode } from './code';
import { renderFigure } from './figure';
import type { Markdown } from './markdown';
import type { Report } from './problems';
import { startRendering, type NoteLink } from './rendering';
import type { SourceExpression, SourceFigure } from './sourceQuestion';
import type { StyleClasses } from './styleClasses';
import type { Path, YamlSource } from './yamlSource';

export interface QuestionText {
  /** Path of keys inside the question. */
  readonly lineAt: (...path: Path) => number;
  readonly report: Report;
  /** The result of an expression over `values`; what is wrong with it is reported. */
  readonly number: (expression: SourceExpression, ...path: Path) => number;
  readonly html: (markdown: string, ...path: Path) => string;
  /** HTML of a short text, without the paragraph around it. */
  readonly compact: (markdown: string, ...path: Path) => string;
  /** Figure and table, undefined when there are none. */
  readonly figure: (given: SourceFigure) => string | undefined;
  /** Where a changing question's texts show its values, in the order of their marks; filled while its texts are compiled. */
  readonly slots: readonly Slot[];
}

export interface TextTools {
  readonly source: YamlSource;
  readonly markdown: Markdown;
  readonly classes: StyleClasses;
  readonly report: Report;
  readonly links: NoteLink[];
}

/**
 * @param at path of the question (or set) in its file
 * @param values expressions by name; those of a set come first
 * @param changing names of values that each draw sets anew; undefined when the numbers stand still
 */
export function questionText(
  { source, markdown, classes, report, links }: TextTools,
  at: Path,
  values: Readonly<Record<string, SourceExpression>>,
  changing?: ReadonlySet<string>,
): QuestionText {
  const lineAt = (...path: Path): number => source.lineAt([...at, ...path]);
  const slots: Slot[] = [];
  const named = changing === undefined ? nameValues(values) : { values: new Map<string, number>(), mistakes: [] };
  for (const { name, what } of named.mistakes)
    report(lineAt('values', name), `The value “${name}” cannot be computed: ${what}.`, 'Correct its expression.');

  const showSlot: ShowNamed = (name, { decimals, fixed, sign }) => {
    if (!changing?.has(name)) return undefined;
    const slot = { name, ...(decimals !== undefined && { decimals }), fixed, sign };
    const known = slots.findIndex((other) => JSON.stringify(other) === JSON.stringify(slot));
    return slotMark(known >= 0 ? known : slots.push(slot) - 1);
  };
  const show = changing === undefined ? showingOf(named.values) : showSlot;
  const startOf = (first: number) => startRendering('question', (line, what, remedy) => report(first + line, what, remedy), classes);

  const rendered = (text: string, how: 'render' | 'renderCompact', path: Path): string => {
    const first = source.textLineAt([...at, ...path]);
    const rendering = startOf(first);
    const html = markdown[how](text, show, rendering).trim();
    links.push(...rendering.links.map((link) => ({ ...link, line: first + link.line })));
    return html;
  };

  return {
    lineAt,
    report,
    slots,
    html: (text, ...path) => rendered(text, 'render', path),
    compact: (text, ...path) => rendered(text, 'renderCompact', path),
    number(expression, ...path) {
      const { values: results, mistakes } = nameValues({ ...values, '(result)': expression });
      const mistake = mistakes.find(({ name }) => name === '(result)');
      if (mistake !== undefined)
        report(lineAt(...path), `“${expression}” cannot be computed: ${mistake.what}.`, 'Correct the expression or `values`.');
      return results.get('(result)') ?? 0;
    },
    figure({ figure, table }) {
      const first = source.textLineAt([...at, 'figure']);
      const drawn = figure === undefined ? '' : renderFigure(figure, 0, startOf(first));
      const listed = table === undefined ? '' : rendered(table, 'render', ['table']);
      return drawn + listed === '' ? undefined : drawn + listed;
    },
  };
}

/** The blanks of a listing, numbered where there are several. */
const circled = '①②③④⑤⑥⑦⑧⑨';
export const blankPattern = /_{4,}/g;

/** A listing with its blanks set off; numbered ones say which blank they are. */
export function listingOf({ code, language = 'text' }: SourceFigure, numbered: boolean): string | undefined {
  if (code === undefined) return undefined;
  const html = renderCode(code, language);
  let count = 0;
  return numbered ? html?.replace(/(<span class="blank">)_+/g, (_, open: string) => `${open}${circled[count++] ?? ''}____`) : html;
}
