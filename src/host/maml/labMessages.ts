// What the lab's view asks for, each message with whoever answers it.
import type { ToLabHost } from '../../protocol/maml';
import type { LabDesk } from './labDesk';
import type { LabPredictions } from './labPredictions';
import type { LabSession } from './labSession';
import type { RegisteredTakeAway } from './registerTakeAway';
import type { TryPage } from './tryPage';

/** Those who answer. */
export interface LabRoom {
  readonly session: LabSession;
  readonly desk: LabDesk;
  readonly predictions: LabPredictions;
  readonly own: TryPage;
  readonly takeAway: RegisteredTakeAway;
  /** Trains with settings as the form has them. */
  readonly run: (settings: unknown) => Promise<void>;
  readonly more: (iterations: number) => Promise<void>;
  /** Runs one of the editor's commands. */
  readonly command: (name: string, ...args: readonly unknown[]) => PromiseLike<unknown>;
}

/** Rejects with whatever went wrong, commands included, so that the learner can be told. */
export async function answerLab(
  message: ToLabHost,
  { session, desk, predictions, own, takeAway, run, more, command }: LabRoom,
): Promise<void> {
  switch (message.type) {
    case 'ready':
      return predictions.show(true);
    case 'run':
      return run(message.settings);
    case 'cancel':
      return session.cancel();
    case 'move':
      return session.move(message.move);
    case 'jump':
      return session.jump(message.executed);
    case 'play':
      return session.player.play(message.direction);
    case 'pause':
      return session.player.pause();
    case 'speed':
      return session.setSpeed(message.speed);
    case 'drawn':
      return session.player.drawn();
    case 'more':
      return more(message.iterations);
    case 'plane':
      return session.wantPlane(message.wanted);
    case 'unseen':
      return session.showUnseen(message.index);
    case 'look':
      return session.look(message.at);
    case 'try':
      return own.ask(message.ask);
    case 'debug':
      return void (await command('eShikaku.debugMaml'));
    case 'checkGradients':
      return void (await command('eShikaku.checkGradients'));
    case 'openNote':
      return void (await command('eShikaku.openNote', message.slug));
    case 'startQuiz':
      return void (await command('eShikaku.startQuiz', message.topic));
    case 'takeAway':
      return void (await takeAway.take(message.what));
    case 'picture':
      return void (await takeAway.savePicture(message));
    case 'noPicture':
      return takeAway.missing();
    case 'predict':
    case 'dismissPrediction':
    case 'predictFirst':
    case 'predictAgain':
      return predictions.receive(message);
    case 'estimate':
      return desk.estimate(message.settings);
    case 'chooseImages':
      return desk.chooseImages(message.settings);
    case 'compare':
      return desk.compare(message.settings, message.methods);
    case 'cancelCompare':
      return desk.cancelCompare();
  }
}
