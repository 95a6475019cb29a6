// Items to put in order, as they are asked.
import { openKind } from '../openKind.mjs';

export const quizOrdering = { height: 1200, steps: (window) => openKind(window, 'maml-order-outer-iteration', false) };
