// A question of a set below what the set shares.
import { openKind } from '../openKind.mjs';

export const quizSet = { height: 1200, steps: (window) => openKind(window, 'maml-set-two-bowls-meta', false) };
