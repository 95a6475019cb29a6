// Which layers the inner loop moves: the entries of the others are 0 in α and in the gradient that adaptation follows.
import type { Numbers } from '../machine/machine';
import { modelLayout, type Model } from '../model';
import type { Algorithm } from './algorithm';

/** Sets the entries that the inner loop leaves alone to 0, in place: those of all layers but the last where only the head adapts (ANIL). */
export function keepAdapted<N extends Numbers>(values: N, model: Model, { adapts }: Algorithm): N {
  if (adapts === 'all') return values;
  const { tensors } = modelLayout(model);
  const last = Math.max(...tensors.map(({ layer }) => layer));
  for (const { layer, offset, size } of tensors) if (layer < last) values.fill(0, offset, offset + size);
  return values;
}
