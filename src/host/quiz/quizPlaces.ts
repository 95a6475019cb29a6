// Where the learner was in each quiz and what was entered but not answered yet: kept at once, so that it survives even a killed window.
import type * as vscode from 'vscode';
import { readPlaces, type QuizPlace } from '../../protocol/quiz';

const key = 'eShikaku.quizPlaces';

/** Older quizzes are found again by their answers alone. */
const kept = 20;

export interface QuizPlaces {
  find(session: string): QuizPlace | undefined;
  keep(session: string, place: QuizPlace): void;
  /** The quiz that stands in the panel where `session` once did. */
  latest(session: string): string;
}

/** @param memory of the workspace; damaged entries count as none */
export function quizPlaces(memory: vscode.Memento): QuizPlaces {
  const read = () => readPlaces(memory.get(key));
  const find = (session: string) => read().find(([id]) => id === session)?.[1];
  return {
    find,
    keep(session, place) {
      const others = read().filter(([id]) => id !== session);
      void memory.update(key, [...others, [session, place]].slice(-kept));
    },
    latest(session) {
      let id = session;
      for (let step = 0; step < kept; step++) id = find(id)?.followedBy ?? id;
      return id;
    },
  };
}
