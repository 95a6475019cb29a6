// Reads one file of questions: checks it, computes its numbers and renders its texts.
import { withDraw } from '../../core/quiz/instance';
import { questionFileVersion, type Question, type QuestionFile } from '../../core/quiz/question';
import { checkShape, type Schema } from './checkShape';
import type { Markdown } from './markdown';
import type { Report } from './problems';
import { changingNames, checkDraws, generatorOf, type DrawCheck } from './questionDraws';
import { compileKind, type Common } from './questionKinds';
import { listingOf, questionText } from './questionText';
import type { NoteLink } from './rendering';
import type { SourceFile, SourceQuestion, SourceSet } from './sourceQuestion';
import type { StyleClasses } from './styleClasses';
import { readYaml, type Path } from './yamlSource';

export interface CompiledQuestions {
  readonly file: QuestionFile;
  /** Where each question stands in its file. */
  readonly ids: readonly { readonly id: string; readonly line: number }[];
  /** The notes that the questions and their texts point to. */
  readonly links: readonly NoteLink[];
  /** What trying all draws of the changing numbers found. */
  readonly draws: readonly DrawCheck[];
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
  const given = source.value as SourceFile;
  if (given.topic !== fileSlug)
    report(source.lineAt(['topic']), `The topic “${given.topic}” is not the file's name.`, `Write ${fileSlug}, or rename the file.`);
  const links: NoteLink[] = [];
  const draws: DrawCheck[] = [];
  const ids: { id: string; line: number }[] = [];
  const textTools = { source, markdown: tools.markdown, classes: tools.classes, report, links };

  function compile(question: SourceQuestion, at: Path, inSet: Pick<Common, 'set'> = {}, values: SourceSet['values'] = {}): Question {
    ids.push({ id: question.id, line: source?.lineAt(at) ?? 1 });
    const whole: SourceQuestion = { ...question, values: { ...values, ...question.values } };
    const own = questionText(textTools, at, whole.values ?? {}, changingNames(whole));
    const [slug = '', anchor = ''] = question.note.split('#');
    links.push({ slug, anchor, line: own.lineAt('note') });
    const figureHtml = own.figure(question);
    const common: Common = {
      id: question.id,
      topic: given.topic,
      note: { slug, anchor },
      difficulty: question.difficulty,
      ...inSet,
      ...(figureHtml !== undefined && { figureHtml }),
      stemHtml: own.html(question.stem, 'stem'),
      explanationHtml: own.html(question.explanation, 'explanation'),
    };
    const compiled: Question = { ...common, ...compileKind(whole, own) };
    if (question.vary === undefined || (compiled.kind !== 'numeric' && compiled.kind !== 'shape')) return compiled;
    const generator = generatorOf(whole, own.slots);
    draws.push(checkDraws(whole, compiled, generator, own));
    return withResults({ ...compiled, generator });
  }

  /** The results of the first draw stand for those that the texts leave open. */
  function withResults(question: Question): Question {
    const drawn = withDraw(question, 0);
    if (question.kind === 'numeric' && drawn.kind === 'numeric') return { ...question, answer: drawn.answer };
    return question.kind === 'shape' && drawn.kind === 'shape' ? { ...question, answer: drawn.answer } : question;
  }

  function compileSet(set: SourceSet, s: number): Question[] {
    const own = questionText(textTools, ['sets', s], set.values ?? {});
    const premiseHtml = [own.html(set.premise, 'premise'), own.figure(set), listingOf(set, false)]
      .filter((part) => part !== undefined)
      .join('\n');
    return set.questions.map((question, q) =>
      compile(
        question,
        ['sets', s, 'questions', q],
        { set: { id: set.id, place: q + 1, size: set.questions.length, premiseHtml } },
        set.values,
      ),
    );
  }

  const questions = [
    ...(given.questions ?? []).map((question, q) => compile(question, ['questions', q])),
    ...(given.sets ?? []).flatMap(compileSet),
  ];
  for (const [s, { id }] of (given.sets ?? []).entries()) ids.push({ id, line: source.lineAt(['sets', s]) });
  return { file: { version: questionFileVersion, topic: given.topic, questions }, ids, links, draws };
}
