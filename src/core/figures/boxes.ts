// Boxes and their overlap, as detectors are judged by.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box that two boxes share; without width or height where they share none. */
export function intersection(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}

const area = ({ width, height }: Box): number => width * height;

export interface Overlap {
  readonly shared: number;
  readonly union: number;
  /** Intersection over union; 0 for two empty boxes. */
  readonly iou: number;
}

export function overlap(a: Box, b: Box): Overlap {
  const shared = area(intersection(a, b));
  const union = area(a) + area(b) - shared;
  return { shared, union, iou: union === 0 ? 0 : shared / union };
}
