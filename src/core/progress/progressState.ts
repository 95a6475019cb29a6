// What follows from the record: a pure fold over the set of events, the same in whatever order they arrive.
import { compareEvents, type EventOf, type RecordEvent } from './events';

/** All that is known about one question; a session counts once. */
export interface AnswerTally {
  readonly topic: string;
  readonly right: number;
  readonly wrong: number;
  readonly last: EventOf<'answered'>;
}

/** One quiz from its start to where it stands; the first answer to a question is the one that counts. */
export interface SessionLog {
  readonly started: EventOf<'quizStarted'> | null;
  readonly answers: ReadonlyMap<string, EventOf<'answered'>>;
  readonly finished: EventOf<'quizFinished'> | null;
}

export interface ProgressState {
  /** Slugs of the notes marked as read. */
  readonly readNotes: ReadonlySet<string>;
  /** By question id. */
  readonly answers: ReadonlyMap<string, AnswerTally>;
  /** By session id. */
  readonly sessions: ReadonlyMap<string, SessionLog>;
}

export const emptyProgress: ProgressState = { readNotes: new Set(), answers: new Map(), sessions: new Map() };

const later = <E extends RecordEvent>(a: E | null | undefined, b: E): E => (a && compareEvents(a, b) > 0 ? a : b);
const earlier = <E extends RecordEvent>(a: E | null | undefined, b: E): E => (a && compareEvents(a, b) < 0 ? a : b);

interface Fold {
  readonly notes: Map<string, EventOf<'noteRead'>>;
  readonly answers: Map<string, AnswerTally>;
  readonly sessions: Map<string, SessionLog>;
}

function updateSession({ sessions }: Fold, id: string, change: (log: SessionLog) => Partial<SessionLog>): void {
  const log = sessions.get(id) ?? { started: null, answers: new Map(), finished: null };
  sessions.set(id, { ...log, ...change(log) });
}

/** One row for each kind of event: how it changes what is known. Each row commutes with itself and with every other. */
const rows: { readonly [T in RecordEvent['type']]: (fold: Fold, event: EventOf<T>) => void } = {
  noteRead: ({ notes }, event) => void notes.set(event.slug, later(notes.get(event.slug), event)),
  quizStarted: (fold, event) => updateSession(fold, event.session, (log) => ({ started: earlier(log.started, event) })),
  quizFinished: (fold, event) => updateSession(fold, event.session, (log) => ({ finished: earlier(log.finished, event) })),
  answered: (fold, event) => {
    const first = fold.sessions.get(event.session)?.answers.get(event.question);
    const counted = earlier(first, event);
    const known = fold.answers.get(event.question);
    const last = later(known?.last, event);
    const gain = (correct: boolean) => Number(counted.correct === correct) - Number(first?.correct === correct);
    const [right, wrong] = [(known?.right ?? 0) + gain(true), (known?.wrong ?? 0) + gain(false)];
    fold.answers.set(event.question, { topic: last.topic, right, wrong, last });
    updateSession(fold, event.session, (log) => ({ answers: new Map(log.answers).set(event.question, counted) }));
  },
};

function applyRow<T extends RecordEvent['type']>(type: T, fold: Fold, event: EventOf<T>): void {
  rows[type](fold, event);
}

/** Folds events into a state as they come; each event must be added once. */
export interface ProgressFold {
  add(event: RecordEvent): void;
  /** What follows from the events so far. Its maps go on growing with the fold, its entries never change. */
  state(): ProgressState;
}

export function createProgressFold(): ProgressFold {
  const fold: Fold = { notes: new Map(), answers: new Map(), sessions: new Map() };
  return {
    add: (event) => applyRow(event.type, fold, event),
    state() {
      const readNotes = new Set<string>();
      for (const event of fold.notes.values()) if (event.read) readNotes.add(event.slug);
      return { readNotes, answers: fold.answers, sessions: fold.sessions };
    },
  };
}

/** Share of right answers below which a question counts as weak. */
const weakShare = 0.6;

/** Whether a question that has been answered still needs work: missed last time, or missed too often. */
export const isWeak = (tally: AnswerTally): boolean => !tally.last.correct || tally.right / (tally.right + tally.wrong) < weakShare;
