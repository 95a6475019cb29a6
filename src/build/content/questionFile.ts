// Reads one file of questions: checks it, computes its numbers and renders its texts.
import { nameValues } from '../../core/syllabus/namedValues';
import { questionFileVersion, type Question, type QuestionFile } from '../../core/quiz/question';
import { checkShape, type Schema } from './checkShape';
import { renderCode } from './code';
import type { Markdown } from './markdown';
import type { Report } from './problems';
import { startRendering, type NoteLink } from './rendering';
import type { StyleClasses } from './styleClasses';
import { readYaml, type Path } from './yamlSource';

interface SourceQuestion {
  readonly id: string;
  readonly kind: Question['kind'];
  readonly note: string;
  readonly difficulty: 1 | 2 | 3;
  readonly stem: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly choices?: readonly { readonly text: string; readonly correct?: boolean; readonly why: string }[];
  readonly answer?: string | number;
  readonly tolerance?: number;
  readonly unit?: string;
  readonly mistakes?: readonly { readonly value: string | number; readonly why: string }[];
  readonly language?: string;
  readonly code?: string;
  readonly explanation: string;
}

export interface CompiledQuestions {
  readonly file: QuestionFile;
  /** Where each question stands in its file. */
  readonly ids: readonly { readonly id: string; readonly line: number }[];
  /** The notes that the questions and their texts point to. */
  readonly links: readonly NoteLink[];
}

export interface QuestionTools {
  readonly schema: Schema;
  readonly markdown: Markdown;
  readonly classes: StyleClasses;
}

/** The compiled questions, or undefined when the file's shape is wrong; all mistakes are reported. */
export function compileQuestions(text: string, fileSlug: string, tools: QuestionTools, report: Report): CompiledQuestions | undefined {
  const source = readYaml(text, 1, report);
  if (source === undefined || !checkShape(source, tools.schema, report)) return undefined;
  const given = source.value as { readonly topic: string; readonly questions: readonly SourceQuestion[] };
  if (given.topic !== fileSlug)
    report(source.lineAt(['topic']), `The topic “${given.topic}” is not the file's name.`, `Write ${fileSlug}, or rename the file.`);
  const links: NoteLink[] = [];

  const questions = given.questions.flatMap((question, index): Question[] => {
    const lineAt = (...path: Path): number => source.lineAt(['questions', index, ...path]);
    const named = nameValues(question.values ?? {});
    for (const { name, what } of named.mistakes)
      report(lineAt('values', name), `The value “${name}” cannot be computed: ${what}.`, 'Correct its expression.');
    const number = (expression: string | number, ...path: Path): number => {
      const { values, mistakes } = nameValues({ ...question.values, '(result)': expression });
      const mistake = mistakes.find(({ name }) => name === '(result)');
      if (mistake !== undefined)
        report(lineAt(...path), `“${expression}” cannot be computed: ${mistake.what}.`, 'Correct the expression or `values`.');
      return values.get('(result)') ?? 0;
    };
    const html = (markdown: string, compact: boolean, ...path: Path): string => {
      const first = source.textLineAt(['questions', index, ...path]);
      const rendering = startRendering('question', (line, what, remedy) => report(first + line, what, remedy), tools.classes);
      const rendered = tools.markdown[compact ? 'renderCompact' : 'render'](markdown, named.values, rendering).trim();
      links.push(...rendering.links.map((link) => ({ ...link, line: first + link.line })));
      return rendered;
    };
    const [slug = '', anchor = ''] = question.note.split('#');
    links.push({ slug, anchor, line: lineAt('note') });

    const common = {
      id: question.id,
      topic: given.topic,
      note: { slug, anchor },
      difficulty: question.difficulty,
      stemHtml: html(question.stem, false, 'stem'),
      explanationHtml: html(question.explanation, false, 'explanation'),
    };
    const listing = question.code === undefined ? undefined : renderCode(question.code, question.language ?? 'text');
    if (question.kind === 'numeric') {
      const answer = number(question.answer ?? 0, 'answer');
      const tolerance = question.tolerance ?? 0;
      const mistakes = (question.mistakes ?? []).map((mistake, m) => {
        const value = number(mistake.value, 'mistakes', m);
        if (Math.abs(value - answer) <= tolerance)
          report(
            lineAt('mistakes', m),
            `The mistake ${value} counts as right: the answer is ${answer} ± ${tolerance}.`,
            'Change the numbers, or lower the tolerance.',
          );
        return { value, whyHtml: html(mistake.why, true, 'mistakes', m, 'why') };
      });
      const unit = question.unit === undefined ? {} : { unit: question.unit };
      return [
        {
          ...common,
          kind: 'numeric',
          answer: { value: answer, tolerance, ...unit },
          mistakes,
          ...(listing === undefined ? {} : { codeHtml: listing }),
        },
      ];
    }
    const choices = (question.choices ?? []).map((choice, c) => ({
      html: html(choice.text, true, 'choices', c, 'text'),
      correct: choice.correct ?? false,
      whyHtml: html(choice.why, true, 'choices', c, 'why'),
    }));
    const right = choices.filter((choice) => choice.correct).length;
    if (question.kind === 'multiple' ? right === 0 : right !== 1) {
      report(
        lineAt('choices'),
        `${right} choices are right.`,
        question.kind === 'multiple' ? 'Mark at least one with correct: true.' : 'Mark exactly one with correct: true.',
      );
    }
    if (new Set(choices.map((choice) => choice.html)).size < choices.length)
      report(lineAt('choices'), 'Two choices have the same text.', 'Change one of them.');
    if (question.kind !== 'code')
      return [{ ...common, kind: question.kind, choices, ...(listing === undefined ? {} : { codeHtml: listing }) }];
    if (!/_{4}/.test(question.code ?? '')) report(lineAt('code'), 'The code has no blank.', 'Write ____ where the choice goes.');
    return [{ ...common, kind: 'code', choices, codeHtml: listing ?? '' }];
  });

  return {
    file: { version: questionFileVersion, topic: given.topic, questions },
    ids: given.questions.map(({ id }, index) => ({ id, line: source.lineAt(['questions', index]) })),
    links,
  };
}
