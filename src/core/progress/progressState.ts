// What follows from the record: a pure fold over the set of events, the same in whatever order they arrive.
import { insertAnswer, type Answer, type AnswerHistory } from './answerHistory';
import { compareEvents, type EventOf, type RecordEvent } from './events';
import { isRuling, standingResets, type Reset, type Ruling } from './rulings';

/** All that is known about one question; a session counts once. */
export interface AnswerTally {
  readonly topic: string;
  readonly right: number;
  readonly wrong: number;
  /** The latest answer that counts. */
  readonly last: Answer;
}

/** One quiz from its start to where it stands; the first answer to a question is the one that counts. */
export interface SessionLog {
  readonly started: EventOf<'quizStarted'> | null;
  readonly answers: ReadonlyMap<string, EventOf<'answered'>>;
  readonly finished: EventOf<'quizFinished'> | null;
  /** Where the questions of an exam stand, by question id. */
  readonly marks: ReadonlyMap<string, EventOf<'examMarked'>>;
}

export interface ProgressState {
  /** Slugs of the notes marked as read. */
  readonly readNotes: ReadonlySet<string>;
  /** Slugs of the topics that the learner has flagged. */
  readonly flaggedNotes: ReadonlySet<string>;
  /** By question id. */
  readonly answers: ReadonlyMap<string, AnswerTally>;
  /** By session id. */
  readonly sessions: ReadonlyMap<string, SessionLog>;
  /** By question id. A history's array is replaced when it changes, so what follows from it can be kept beside it. */
  readonly history: ReadonlyMap<string, AnswerHistory>;
  /** Answers to the lab's questions, by event id. */
  readonly predictions: ReadonlyMap<string, EventOf<'labPredicted'>>;
  /** The reset that sets aside what came before it; null when nothing is set aside. */
  readonly reset: Reset | null;
  /** Every reset that has not been undone, the one in force last: with that one undone, the one before it would be. */
  readonly resets: readonly Reset[];
}

export const emptyProgress: ProgressState = {
  readNotes: new Set(),
  flaggedNotes: new Set(),
  answers: new Map(),
  sessions: new Map(),
  history: new Map(),
  predictions: new Map(),
  reset: null,
  resets: [],
};

const later = <E extends RecordEvent>(a: E | null | undefined, b: E): E => (a && compareEvents(a, b) > 0 ? a : b);
const earlier = <E extends RecordEvent>(a: E | null | undefined, b: E): E => (a && compareEvents(a, b) < 0 ? a : b);

/** A quiz in the making. */
interface GrowingLog {
  started: EventOf<'quizStarted'> | null;
  finished: EventOf<'quizFinished'> | null;
  readonly answers: Map<string, EventOf<'answered'>>;
  readonly marks: Map<string, EventOf<'examMarked'>>;
}

interface Fold {
  readonly notes: Map<string, EventOf<'noteRead'>>;
  readonly flags: Map<string, EventOf<'noteFlagged'>>;
  readonly answers: Map<string, AnswerTally>;
  readonly sessions: Map<string, GrowingLog>;
  readonly history: Map<string, Answer[]>;
  readonly predictions: Map<string, EventOf<'labPredicted'>>;
  /** Entries that nobody has seen yet, which may therefore grow in place: a record of 50,000 events is read in linear time. */
  readonly unseen: Set<GrowingLog | Answer[]>;
}

const emptyFold = (): Fold => ({
  notes: new Map(),
  flags: new Map(),
  answers: new Map(),
  sessions: new Map(),
  history: new Map(),
  predictions: new Map(),
  unseen: new Set(),
});

/** The quiz's entry, as a copy where somebody may hold the one that stood there. */
function sessionIn({ sessions, unseen }: Fold, id: string): GrowingLog {
  const known = sessions.get(id);
  if (known && unseen.has(known)) return known;
  const log: GrowingLog = {
    started: known?.started ?? null,
    finished: known?.finished ?? null,
    answers: new Map(known?.answers),
    marks: new Map(known?.marks),
  };
  sessions.set(id, log);
  unseen.add(log);
  return log;
}

/** Puts an answer into its question's history. @param isFirst whether its quiz has no answer to the question yet @returns the latest that counts */
function addToHistory({ history, unseen }: Fold, answer: Answer, isFirst: boolean): Answer {
  const known = history.get(answer.question);
  const last = known?.at(-1);
  if (known && isFirst && last && unseen.has(known) && compareEvents(last, answer) < 0) {
    known.push(answer);
    return answer;
  }
  const next = insertAnswer(known ?? [], answer);
  if (next !== known) {
    history.set(answer.question, next);
    unseen.add(next);
  }
  return next.at(-1) ?? answer;
}

type Fact = Exclude<RecordEvent, Ruling>;

/** One row for each kind of fact: how it changes what is known. Each row commutes with itself and with every other. */
const rows: { readonly [T in Fact['type']]: (fold: Fold, event: EventOf<T>) => void } = {
  noteRead: ({ notes }, event) => void notes.set(event.slug, later(notes.get(event.slug), event)),
  noteFlagged: ({ flags }, event) => void flags.set(event.slug, later(flags.get(event.slug), event)),
  labPredicted: ({ predictions }, event) => void predictions.set(event.id, event),
  quizStarted(fold, event) {
    const log = sessionIn(fold, event.session);
    log.started = earlier(log.started, event);
  },
  quizFinished(fold, event) {
    const log = sessionIn(fold, event.session);
    log.finished = earlier(log.finished, event);
  },
  examMarked(fold, event) {
    const { marks } = sessionIn(fold, event.session);
    marks.set(event.question, later(marks.get(event.question), event));
  },
  answered(fold, event) {
    const log = sessionIn(fold, event.session);
    const first = log.answers.get(event.question);
    const counted = earlier(first, event);
    const known = fold.answers.get(event.question);
    const gain = (correct: boolean) => Number(counted.correct === correct) - Number(first?.correct === correct);
    const [right, wrong] = [(known?.right ?? 0) + gain(true), (known?.wrong ?? 0) + gain(false)];
    const last = addToHistory(fold, event, first === undefined);
    fold.answers.set(event.question, { topic: last.topic, right, wrong, last });
    log.answers.set(event.question, counted);
  },
};

function applyRow<T extends Fact['type']>(type: T, fold: Fold, event: EventOf<T>): void {
  rows[type](fold, event);
}

/** Folds events into a state as they come; each event must be added once. */
export interface ProgressFold {
  add(event: RecordEvent): void;
  /** What follows from the events so far. Its maps go on growing with the fold, its entries never change. */
  state(): ProgressState;
}

export function createProgressFold(): ProgressFold {
  const facts: Fact[] = [];
  const rulings: Ruling[] = [];
  let resets: readonly Reset[] = [];
  let reset: Reset | null = null;
  let fold = emptyFold();

  const apply = (event: Fact): void => {
    if (!reset || compareEvents(event, reset) > 0) applyRow(event.type, fold, event);
  };

  return {
    add(event) {
      if (!isRuling(event)) {
        facts.push(event);
        return apply(event);
      }
      rulings.push(event);
      const before = reset;
      resets = standingResets(rulings);
      reset = resets.at(-1) ?? null;
      if (reset?.id === before?.id) return;
      fold = emptyFold();
      facts.forEach(apply);
    },
    state() {
      fold.unseen.clear();
      const readNotes = new Set<string>();
      const flaggedNotes = new Set<string>();
      for (const event of fold.notes.values()) if (event.read) readNotes.add(event.slug);
      for (const event of fold.flags.values()) if (event.flagged) flaggedNotes.add(event.slug);
      const { answers, sessions, history, predictions } = fold;
      return { readNotes, flaggedNotes, answers, sessions, history, predictions, reset, resets };
    },
  };
}

/** Share of right answers below which a question counts as weak. */
const weakShare = 0.6;

/** Whether a question that has been answered still needs work: missed last time, or missed too often. */
export const isWeak = (tally: AnswerTally): boolean => !tally.last.correct || tally.right / (tally.right + tally.wrong) < weakShare;
