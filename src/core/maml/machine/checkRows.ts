/** Refuses examples that do not fit the machine they are given to. */
import type { ExampleRows } from './machine';

/** Throws unless x, y and weight hold exactly `rows` rows and the rows fit into `capacity`. */
export function checkRows(capacity: number, given: ExampleRows, widths: { readonly inputs: number; readonly outputs: number }): void {
  const { rows, x, y, weight } = given;
  if (!Number.isInteger(rows) || rows < 0 || rows > capacity)
    throw new RangeError(`Examples have room for ${capacity} rows, ${rows} were given.`);
  if (x.length !== rows * widths.inputs) throw new RangeError(`x must hold ${rows} × ${widths.inputs} numbers, it holds ${x.length}.`);
  if (y.length !== rows * widths.outputs) throw new RangeError(`y must hold ${rows} × ${widths.outputs} numbers, it holds ${y.length}.`);
  if (weight.length !== rows) throw new RangeError(`weight must hold ${rows} numbers, it holds ${weight.length}.`);
}
