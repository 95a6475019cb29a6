// The learner's answers as CSV (RFC 4180) for a spreadsheet: one line for each answer that counts, the oldest first.
import { compareEvents } from './events';
import type { AnswerHistory } from './answerHistory';
import type { Given } from '../quiz/given';

const columns = ['time', 'quiz', 'topic', 'title', 'question', 'answer', 'correct', 'seconds', 'crammed'] as const;

/** A cell; text that a spreadsheet would take for a formula is kept as text by a leading apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** An answer in one cell. Choices and items are counted from 1, in the order of the question itself. */
function shownAnswer(given: Given): string {
  const counted = (indices: readonly number[]) => indices.map((index) => index + 1).join(' ');
  if ('choices' in given) return counted(given.choices);
  if ('sequence' in given) return counted(given.sequence);
  if ('matched' in given) return counted(given.matched);
  return 'texts' in given ? given.texts.join(' | ') : given.text;
}

/** @param titleOf title of a topic by its slug */
export function resultsCsv(history: ReadonlyMap<string, AnswerHistory>, titleOf: (topic: string) => string): string {
  const answers = [...history.values()].flat().sort(compareEvents);
  const lines = answers.map(({ at, session, topic, question, given, correct, ms, cram }) => [
    new Date(at).toISOString(),
    session,
    topic,
    titleOf(topic),
    question,
    shownAnswer(given),
    correct ? 1 : 0,
    ms === undefined ? '' : (ms / 1000).toFixed(1),
    cram ? 1 : 0,
  ]);
  // The mark in front lets spreadsheets see that this is UTF-8.
  return '\uFEFF' + [columns, ...lines].map((line) => line.map(cell).join(',') + '\r\n').join('');
}
