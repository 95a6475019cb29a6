// What the quiz room needs of the content, whoever loads it.
import type { Question } from '../../core/quiz/question';

export interface QuizTopic {
  readonly slug: string;
  readonly title: string;
  /** How many questions its file holds. */
  readonly questionCount: number;
  /** Title of the chapter; its topics can be asked together. */
  readonly group: string;
}

export interface QuizContent {
  /** Every topic that has questions, in the order of the syllabus. */
  topics(): Promise<readonly QuizTopic[]>;
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

/** What a quiz over these topics is called: the topic, or the chapter when there are several of one. */
export function quizTitle(all: readonly QuizTopic[], slugs: readonly string[]): string {
  const chosen = all.filter(({ slug }) => slugs.includes(slug));
  const groups = [...new Set(chosen.map(({ group }) => group))];
  return chosen.length === 1 ? chosen[0]!.title : groups.length === 1 ? groups[0]! : groups.join(', ');
}
