// A question about a drawing.
import { openKind } from '../openKind.mjs';

export const quizFigure = { height: 1200, steps: (window) => openKind(window, 'maml-figure-inner-rate', false) };
