// What the record, the bank, the calendar and the settings say together: what is due today, and what each way of practising would ask.
import type { RecordStore } from '../../core/progress/recordStore';
import { fieldOfArea, type ExamTopic } from '../../core/quiz/blueprint';
import type { Question } from '../../core/quiz/question';
import { forecast, planToday, type PlanSettings } from '../../core/quiz/reviewPlan';
import { createSchedule, type Card } from '../../core/quiz/schedule';
import { unseenQuestions, type Candidate, type Situation } from '../../core/quiz/selection';
import { onceUntilFailure } from '../onceUntilFailure';
import type { QuizContent } from './quizContent';
import { localDay, reviewSettings } from './reviewSettings';

export interface Bank {
  readonly questions: ReadonlyMap<string, Question>;
  /** In the order of the syllabus. */
  readonly candidates: readonly Candidate[];
}

export interface Coach {
  /** Every question there is; read once. */
  bank(): Promise<Bank>;
  situation(seed: number): Promise<Situation>;
  /** Cards of the questions that are still in the bank. */
  cards(): Promise<readonly Card[]>;
  /** Reviews on each of the next days, today first. */
  forecast(days: number): Promise<readonly number[]>;
  /** The topics of the exam's blueprint with what the bank has on each. */
  examTopics(): Promise<readonly ExamTopic[]>;
  settings(): PlanSettings;
}

export function createCoach(record: RecordStore, content: QuizContent): Coach {
  const schedule = createSchedule(localDay);
  const bank = onceUntilFailure(async (): Promise<Bank> => {
    const lists = await Promise.all(
      (await content.topics()).map(async ({ slug, inExam }) => (await content.questions(slug)).map((question) => ({ question, inExam }))),
    );
    const all = lists.flat();
    return {
      questions: new Map(all.map(({ question }) => [question.id, question])),
      candidates: all.map(({ question, inExam }) => ({
        id: question.id,
        topic: question.topic,
        inExam,
        takesLonger: !('choices' in question),
      })),
    };
  });

  async function cards(): Promise<readonly Card[]> {
    await record.ready();
    const { questions } = await bank();
    return schedule(record.state.history).filter((card) => questions.has(card.question));
  }

  return {
    bank,
    cards,
    async examTopics() {
      const { candidates } = await bank();
      return (await content.examPages()).flatMap(({ slug, area }) => {
        const field = fieldOfArea(area);
        return field ? [{ slug, field, questions: candidates.filter(({ topic }) => topic === slug).map(({ id }) => id) }] : [];
      });
    },
    settings: reviewSettings,
    async situation(seed) {
      const [known, { candidates }] = [await cards(), await bank()];
      const { answers, readNotes } = record.state;
      const scheduled = new Set(known.map(({ question }) => question));
      const today = localDay(Date.now());
      const plan = planToday(known, unseenQuestions(candidates, scheduled, readNotes), today, reviewSettings());
      return { bank: candidates, answers, cards: known, today, plan, seed };
    },
    forecast: async (days) => forecast(await cards(), localDay(Date.now()), days, reviewSettings().exam),
  };
}
