// The lab's questions in VS Code: follows where the learner looks, writes what was foreseen into the record, remembers whether to ask at all.
import * as vscode from 'vscode';
import { Predictor, type ShownPredictions } from '../../core/maml/predict/predictor';
import type { RecordStore } from '../../core/progress/recordStore';
import type { LabView, ToLabHost } from '../../protocol/maml';
import type { LabSession } from './labSession';
import { inSlices } from './slices';

const SECTION = 'eShikaku';
const SETTING = 'lab.predictFirst';

export interface PredictionRoom {
  readonly record: RecordStore;
  readonly log: vscode.LogOutputChannel;
  session(): LabSession | undefined;
  show(predictions: ShownPredictions): void;
}

export type PredictionMessage = Extract<ToLabHost, { type: 'predict' | 'dismissPrediction' | 'predictFirst' | 'predictAgain' }>;

const isOn = (): boolean => vscode.workspace.getConfiguration(SECTION).get(SETTING, true);

export class LabPredictions {
  readonly #room: PredictionRoom;
  readonly #predictor = new Predictor(isOn());
  readonly #listener: vscode.Disposable;
  /** What of the lab's picture has been sent so far. */
  #seen: Partial<LabView> = {};
  #shown = '';

  constructor(room: PredictionRoom) {
    this.#room = room;
    this.#listener = vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(`${SECTION}.${SETTING}`)) return;
      this.#predictor.turn(isOn());
      this.show();
    });
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /** Shows what has changed; after `ready`, everything. */
  show(anew = false): void {
    const shown = this.#predictor.view();
    const text = JSON.stringify(shown);
    if (text === this.#shown && !anew) return;
    this.#shown = text;
    this.#room.show(shown);
  }

  /** The learner looks elsewhere. A run that plays is not interrupted, and one that a debugger uses is not looked into. */
  follow(patch: Partial<LabView>): void {
    const session = this.#room.session();
    if (session === undefined) return;
    const { page, picture, status, playing } = (this.#seen = { ...this.#seen, ...patch });
    const ended = status === 'ready' || status === 'cancelled' || status === 'diverged';
    this.#predictor.follow({
      experiment: session.experiment,
      page: (playing ?? null) === null ? (page ?? 'result') : '',
      picture: picture ?? null,
      finished: ended && session.joinable() !== undefined,
    });
    this.show();
  }

  async receive(message: PredictionMessage): Promise<void> {
    switch (message.type) {
      case 'predict':
        return this.#judge(message);
      case 'dismissPrediction':
        this.#predictor.dismiss();
        return this.show();
      case 'predictAgain':
        this.#predictor.askAgain();
        return this.show();
      case 'predictFirst':
        return void (await vscode.workspace.getConfiguration(SECTION).update(SETTING, message.on, vscode.ConfigurationTarget.Global));
    }
  }

  async #judge({ id, answer }: Extract<PredictionMessage, { type: 'predict' }>): Promise<void> {
    const session = this.#room.session();
    const experiment = session?.experiment;
    if (session === undefined || experiment === undefined) return;
    const judging = this.#predictor.answer(id, answer);
    // Given up when training goes on or a debugger joins: the run is theirs then.
    const verdict = await inSlices(this.#announced(judging), {
      cancelled: () => session.experiment !== experiment || session.joinable() === undefined,
    });
    this.show();
    if (verdict === undefined) return;
    const { family, algorithm } = experiment.settings;
    const { prediction, given, correct } = verdict;
    await this.#room.record.append({ type: 'labPredicted', prediction, given, correct, family, algorithm });
  }

  /** Shows that the judge is at work before a long look into the run. */
  *#announced<R>(judging: Generator<void, R>): Generator<void, R> {
    const first = judging.next();
    if (first.done === true) return first.value;
    this.show();
    yield;
    return yield* judging;
  }
}
