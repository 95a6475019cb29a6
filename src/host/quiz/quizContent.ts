// What the quiz room needs of the content, whoever loads it.
import * as vscode from 'vscode';
import type { QuizMode } from '../../core/progress/events';
import type { Question } from '../../core/quiz/question';

export interface QuizTopic {
  readonly slug: string;
  readonly title: string;
  /** How many questions its file holds. */
  readonly questionCount: number;
  /** Title of the chapter; its topics can be asked together. */
  readonly group: string;
  /** Number and title of the area of the syllabus. */
  readonly area: string;
  readonly areaTitle: string;
  /** Whether the exam asks it. */
  readonly inExam: boolean;
}

export interface QuizContent {
  /** Every topic that has questions, in the order of the syllabus. */
  topics(): Promise<readonly QuizTopic[]>;
  /** Every page that the exam asks, with or without questions, and the area that it belongs to. */
  examPages(): Promise<readonly { readonly slug: string; readonly area: string }[]>;
  /** The questions of one topic, in the order of its file; none for a topic without a file. */
  questions(slug: string): Promise<readonly Question[]>;
  /** Title of any note by its slug; the slug itself where there is no such note. */
  noteTitle(slug: string): Promise<string>;
}

/** The questions of several topics by id. */
export async function questionBank(content: QuizContent, topics: readonly string[]): Promise<Map<string, Question>> {
  const lists = await Promise.all(topics.map((slug) => content.questions(slug)));
  return new Map(lists.flat().map((question) => [question.id, question]));
}

/** The titles of all notes that the questions point to. */
export async function noteTitles(content: QuizContent, questions: Iterable<Question>): Promise<Map<string, string>> {
  const slugs = [...new Set(Array.from(questions, (question) => question.note.slug))];
  return new Map(await Promise.all(slugs.map(async (slug) => [slug, await content.noteTitle(slug)] as const)));
}

/** What a quiz is called that was put together in another way than by topics. */
const modeTitles: { readonly [M in Exclude<QuizMode, 'topics'>]: () => string } = {
  due: () => vscode.l10n.t('Today’s review'),
  quick: () => vscode.l10n.t('Five minutes'),
  mixed: () => vscode.l10n.t('Mixed questions'),
  missed: () => vscode.l10n.t('Wrong ones again'),
  weakest: () => vscode.l10n.t('Weakest first'),
  cram: () => vscode.l10n.t('Cramming'),
  exam: () => vscode.l10n.t('Mock exam'),
};

export const modeTitle = (mode: Exclude<QuizMode, 'topics'>): string => modeTitles[mode]();

/** What a quiz is called, by how it was put together. */
export const sessionTitle = (all: readonly QuizTopic[], mode: QuizMode, topics: readonly string[]): string =>
  mode === 'topics' ? quizTitle(all, topics) : modeTitle(mode);

/** What a quiz over these topics is called: the topic, or the chapter when there are several of one. */
export function quizTitle(all: readonly QuizTopic[], slugs: readonly string[]): string {
  const chosen = all.filter(({ slug }) => slugs.includes(slug));
  const groups = [...new Set(chosen.map(({ group }) => group))];
  return chosen.length === 1 ? chosen[0]!.title : groups.length === 1 ? groups[0]! : groups.join(', ');
}
