// What a caller of the quiz command asks for: topics, a way of practising, or nothing yet, which is then asked of the learner.
import * as vscode from 'vscode';
import type { ProgressState } from '../../core/progress/progressState';
import type { SelfChosenMode } from '../../core/quiz/selection';
import { chooseQuiz, type QuizChoice } from './chooseQuiz';
import type { Coach } from './coach';
import type { QuizContent } from './quizContent';
import { newSeed } from './startSession';

const modes: readonly SelfChosenMode[] = ['mixed', 'due', 'missed', 'weakest', 'quick', 'cram'];

function property(argument: unknown, name: 'topic' | 'slug' | 'mode'): string | undefined {
  if (typeof argument !== 'object' || argument === null || !(name in argument)) return undefined;
  const value: unknown = Reflect.get(argument, name);
  return typeof value === 'string' ? value : undefined;
}

/**
 * @param argument a slug, the title of a chapter, an object (such as a node of the tree) with `topic`, `slug` or `mode`, or nothing
 * @returns undefined when the learner changes their mind
 * @throws Error with a whole sentence when there is no quiz on the topic
 */
export async function quizChoice(
  argument: unknown,
  content: QuizContent,
  coach: Coach,
  state: ProgressState,
): Promise<QuizChoice | undefined> {
  const all = await content.topics();
  const mode = modes.find((known) => known === property(argument, 'mode'));
  if (mode) return { mode };
  const topic = typeof argument === 'string' ? argument : (property(argument, 'topic') ?? property(argument, 'slug'));
  if (topic === undefined) return chooseQuiz(all, state, await coach.situation(newSeed()));
  const topics = all.filter(({ slug, group }) => slug === topic || group === topic).map(({ slug }) => slug);
  if (topics.length > 0) return { topics };
  throw new Error(vscode.l10n.t('There is no quiz on “{0}” yet. Topics with a quiz: {1}.', topic, all.map(({ slug }) => slug).join(', ')));
}
