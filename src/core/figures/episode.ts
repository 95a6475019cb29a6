// One N-way K-shot episode with the lab's own symbols, as pen strokes.
import { framed, type Drawing } from '../maml/own/drawing';
import { PURPOSE, randomStream } from '../maml/random';
import { drawSymbol, variation } from '../maml/tasks/strokes';

export interface Episode {
  /** By class: the drawings to adapt on, and those to judge by. */
  readonly support: readonly (readonly Drawing[])[];
  readonly query: readonly (readonly Drawing[])[];
}

/** Room for the largest episode of a draw, so that N and K change nothing but how much is shown. */
const CLASSES_PER_DRAW = 100;

/** @param draw number of the episode: other classes, other drawings */
export function drawEpisode(ways: number, shots: number, queryShots: number, draw: number): Episode {
  const classes = Array.from({ length: ways }, (_, label) => {
    const random = randomStream(0, PURPOSE.symbol, draw * CLASSES_PER_DRAW + label);
    const symbol = drawSymbol(random);
    return Array.from({ length: shots + queryShots }, () => framed(variation(symbol, random)));
  });
  return { support: classes.map((own) => own.slice(0, shots)), query: classes.map((own) => own.slice(shots)) };
}
