// Reads the shape of a tensor as people type it: (32, 5, 84), [32,5,84], 32×5×84, torch.Size([32, 5, 84]); () is a scalar's.

/** The longest shape that is read. */
const mostAxes = 12;

/** The axes, or null when `text` is no shape. */
export function parseShape(text: string): number[] | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[、，]/g, ',')
    .trim()
    // Between two sizes a space separates as a comma does; elsewhere it is none.
    .replace(/(?<=\d)\s+(?=\d)/g, ',')
    .replace(/\s+/g, '')
    .replace(/^=/, '')
    .replace(/^(?:torch\.)?Size(?=[([])/i, '');
  const bare = /^\(\[(.*)\]\)$/.exec(plain)?.[1] ?? /^\((.*)\)$/.exec(plain)?.[1] ?? /^\[(.*)\]$/.exec(plain)?.[1] ?? plain;
  if (bare === '') return plain === '' ? null : [];
  const axes = bare.replace(/,$/, '').split(/[,xX×*]/);
  return axes.length <= mostAxes && axes.every((axis) => /^\d{1,9}$/.test(axis)) ? axes.map(Number) : null;
}

/** A shape as Python writes it: () · (5,) · (32, 5). */
export const showShape = (axes: readonly number[]): string => `(${axes.join(', ')}${axes.length === 1 ? ',' : ''})`;
