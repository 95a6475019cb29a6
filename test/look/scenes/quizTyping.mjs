// Typed code with its reasons.
import { openKind } from '../openKind.mjs';

export const quizTyping = { height: 1200, steps: (window) => openKind(window, 'maml-in-code-type-inner-step', true) };
