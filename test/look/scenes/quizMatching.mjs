// Matched items with their reasons.
import { openKind } from '../openKind.mjs';

export const quizMatching = { height: 1200, steps: (window) => openKind(window, 'maml-match-quantities', true) };
