// The lab's question at hand: opened where the table says so, judged once answered, closed once the learner has moved on.
import type { Experiment } from '../experiment';
import type { Picture } from '../trace/picture';
import { placeOf } from '../trace/cursor';
import type { PredictionAnswer, PredictionId } from './predictionId';
import type { StepPlace, Truth } from './predictionKind';
import { LINES_BETWEEN, NOTHING_ASKED, predictionOf, resultQuestion, stepQuestion, type Asked } from './predictions';

/** What the learner sees of the question; its truth only once it has been answered. */
export interface ShownQuestion {
  readonly id: PredictionId;
  readonly answers: readonly PredictionAnswer[];
  readonly given: PredictionAnswer | null;
  /** Null while the question is open or being judged, and where the numbers decide nothing. */
  readonly truth: Truth | null;
  readonly state: 'open' | 'judging' | 'answered';
}

export interface ShownPredictions {
  readonly on: boolean;
  readonly question: ShownQuestion | null;
  /** Whether something has been asked in this run that could be asked again. */
  readonly canAskAgain: boolean;
}

/** Where the learner is looking. */
export interface Look {
  readonly experiment: Experiment | undefined;
  readonly page: string;
  readonly picture: Picture | null;
  /** Whether training is over and the result stands there. */
  readonly finished: boolean;
}

/** An answer that the numbers have decided, for the learner's record. */
export interface Verdict {
  readonly prediction: PredictionId;
  readonly given: PredictionAnswer;
  readonly correct: boolean;
}

interface Question extends ShownQuestion {
  /** Where it was asked: executed lines, or null on the page of the result. */
  readonly at: number | null;
}

const NOWHERE: Look = { experiment: undefined, page: '', picture: null, finished: false };

export class Predictor {
  #on: boolean;
  #look = NOWHERE;
  #asked: Asked = NOTHING_ASKED;
  #question: Question | null = null;

  constructor(on: boolean) {
    this.#on = on;
  }

  view(): ShownPredictions {
    const question = this.#question;
    return { on: this.#on, question, canAskAgain: this.#asked.kinds.size > 0 };
  }

  /** The learner looks elsewhere: closes what is past, opens what is due. */
  follow(look: Look): void {
    if (look.experiment !== this.#look.experiment) {
      this.#asked = NOTHING_ASKED;
      this.#question = null;
    }
    this.#look = look;
    if (this.#question !== null && this.#isPast(this.#question)) this.#question = null;
    if (this.#question === null) this.#open();
  }

  /**
   * Takes the answer to the open question and judges it, pausing wherever it can.
   * @returns undefined where there was no such question, or nothing is decided
   */
  *answer(id: PredictionId, given: PredictionAnswer): Generator<void, Verdict | undefined> {
    const question = this.#question;
    const { experiment } = this.#look;
    if (question?.id !== id || question.state !== 'open' || !question.answers.includes(given) || experiment === undefined) return undefined;
    const judging: Question = { ...question, given, state: 'judging' };
    this.#question = judging;
    const kind = predictionOf(id);
    const place = this.#place();
    const truth = kind.page === 'result' ? yield* kind.judge(experiment) : place === undefined ? undefined : kind.judge(place);
    // The learner may have gone elsewhere in the meantime: the answer still counts, but its card is gone.
    if (this.#question === judging) this.#question = { ...judging, truth: truth ?? null, state: 'answered' };
    return truth === undefined ? undefined : { prediction: id, given, correct: given === truth.answer };
  }

  /** Closes the question; it does not come back in this run. */
  dismiss(): void {
    this.#question = null;
  }

  turn(on: boolean): void {
    this.#on = on;
    if (!on) this.#question = null;
    else if (this.#question === null) this.#open();
  }

  /** Every kind may be asked again in this run. */
  askAgain(): void {
    this.#asked = NOTHING_ASKED;
    this.#question = null;
    this.#open();
  }

  #place(): StepPlace | undefined {
    const { experiment, picture } = this.#look;
    if (experiment === undefined || picture === null) return undefined;
    const { iteration } = placeOf(picture.executed, picture.perIteration);
    const trace = iteration < experiment.run.iterations ? experiment.run.trace(iteration) : undefined;
    return trace === undefined ? undefined : { experiment, picture, trace };
  }

  #isPast({ id, at, state }: Question): boolean {
    if (predictionOf(id).page !== this.#look.page) return true;
    if (at === null) return state === 'answered';
    const distance = Math.abs((this.#look.picture?.executed ?? at) - at);
    return state === 'open' ? distance > 0 : distance >= LINES_BETWEEN;
  }

  #open(): void {
    const { page, experiment, picture, finished } = this.#look;
    if (!this.#on || experiment === undefined) return;
    const place = page === 'step' ? this.#place() : undefined;
    const id =
      place !== undefined
        ? stepQuestion(place, this.#asked)
        : page === 'result' && finished
          ? resultQuestion(experiment, this.#asked)
          : undefined;
    if (id === undefined) return;
    const at = place === undefined ? null : (picture?.executed ?? null);
    this.#asked = { kinds: new Set([...this.#asked.kinds, id]), at: at ?? this.#asked.at };
    this.#question = { id, answers: predictionOf(id).answers, given: null, truth: null, state: 'open', at };
  }
}
