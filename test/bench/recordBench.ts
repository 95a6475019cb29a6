/** What a learner's record of months costs: reading it, planning the day, choosing a question, the statistics. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { encodeRecordFile } from '../../src/core/progress/recordFile';
import { statisticsOf } from '../../src/core/progress/statistics';
import { planToday } from '../../src/core/quiz/reviewPlan';
import { createSchedule } from '../../src/core/quiz/schedule';
import { selectQuestions, unseenQuestions } from '../../src/core/quiz/selection';
import { MemoryDisk } from '../core/progress/memoryFolder';
import { openWindow } from '../core/progress/windows';
import { dayOf, reviewed } from '../core/quiz/reviews';
import { median } from './rounds';

const CARDS = 2000;
const EVENTS = 50_000;
/** Events in one file: where the record leaves a merged file alone. */
const PER_FILE = 2000;
const FIRST_DAY = 19_900;
const PER_DAY = 400;
const ROUNDS = 7;

export interface RecordFigures {
  readonly cards: number;
  readonly events: number;
  /** Medians in milliseconds. */
  readonly read: number;
  readonly longestBlockWhileReading: number;
  readonly firstSchedule: number;
  readonly nextQuestion: number;
  readonly statistics: number;
}

function timed<T>(work: () => T): readonly [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function fullDisk(): MemoryDisk {
  const disk = new MemoryDisk();
  const events = Array.from({ length: EVENTS }, (_, i) =>
    reviewed(`q${i % CARDS}`, FIRST_DAY + Math.floor(i / PER_DAY), i % 7 > 1, {
      ...{ id: `e${i}`, order: i, session: `s${Math.floor(i / 20)}`, ms: 1000 + (i % 977) * 30 },
      topic: `t${i % 64}`,
    }),
  );
  for (let at = 0; at < EVENTS; at += PER_FILE)
    disk.put(`months-${at / PER_FILE}.jsonl`, encodeRecordFile(events.slice(at, at + PER_FILE)));
  return disk;
}

const bank = Array.from({ length: CARDS }, (_, i) => ({ id: `q${i}`, topic: `t${i % 64}`, takesLonger: i % 4 === 0, inExam: i % 7 > 0 }));
const topics = Array.from({ length: 64 }, (_, i) => ({ slug: `t${i}`, title: `${i}`, area: `${i % 5}`, areaTitle: '', total: 32 }));

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

async function round(disk: MemoryDisk): Promise<Omit<RecordFigures, 'cards' | 'events'>> {
  const window = openWindow(disk, { mergeAbove: 1000, breathe });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const start = performance.now();
  await window.refresh();
  const read = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  const { answers, history, readNotes } = window.state();
  const schedule = createSchedule(dayOf);
  const today = FIRST_DAY + EVENTS / PER_DAY;
  const [cards, firstSchedule] = timed(() => schedule(history));
  const [, nextQuestion] = timed(() => {
    const known = schedule(history);
    const plan = planToday(known, unseenQuestions(bank, new Set(known.map(({ question }) => question)), readNotes), today, {
      exam: today + 30,
      newPerDay: 10,
    });
    return selectQuestions('due', { bank, answers, cards: known, today, plan, seed: 1 });
  });
  const [{ all }, statistics] = timed(() => statisticsOf({ topics, history, cards, dayOf, today, weeks: 18 }));
  if (all.answers !== EVENTS || all.seen !== CARDS) throw new Error(`The record has ${all.answers} answers to ${all.seen} questions.`);
  return { read, longestBlockWhileReading: delay.max / 1e6, firstSchedule, nextQuestion, statistics };
}

export async function benchRecord(): Promise<RecordFigures> {
  const disk = fullDisk();
  const rounds: Awaited<ReturnType<typeof round>>[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round(disk));
  const of = (key: keyof (typeof rounds)[number]) => median(rounds.map((one) => one[key]));
  const figures = {
    ...{ cards: CARDS, events: EVENTS, read: of('read'), longestBlockWhileReading: of('longestBlockWhileReading') },
    ...{ firstSchedule: of('firstSchedule'), nextQuestion: of('nextQuestion'), statistics: of('statistics') },
  };
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  console.log(`\nA record of ${EVENTS} answers to ${CARDS} questions (medians of ${ROUNDS})`);
  console.log(
    `  reading it ${ms(figures.read)}, longest block ${ms(figures.longestBlockWhileReading)}; first schedule ${ms(figures.firstSchedule)}`,
  );
  console.log(`  next question ${ms(figures.nextQuestion)}; statistics ${ms(figures.statistics)}`);
  return figures;
}
