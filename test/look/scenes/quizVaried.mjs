// Changing numbers in formulas, with the explanation.
import { openKind } from '../openKind.mjs';

export const quizVaried = { height: 1200, steps: (window) => openKind(window, 'maml-vary-meta-gradient', true) };
