/** The machine in plain JavaScript: float64, any host, the same bits in every engine. */
import { float64Network, newPass, type Pass, type Rows } from './float64Network';
import { float64Vectors } from './float64Vectors';
import type { ExampleRows, Machine } from './machine';
import { layoutOf, type NetworkSpec } from './network';
import { checkRows } from './checkRows';

export function createFloat64Machine(spec: NetworkSpec): Machine {
  const { parameterCount } = layoutOf(spec);
  const { at, operations } = float64Vectors(parameterCount);
  const network = float64Network(spec);
  const examples: Rows[] = [];
  const tapes: Pass[] = [];
  let [plain, tangent] = [newPass(spec, 0), newPass(spec, 0)];
  let scratchRows = 0;

  /** Passes for calls without a tape, grown to the largest set of examples. */
  function growScratch(capacity: number): void {
    if (capacity <= scratchRows) return;
    [plain, tangent] = [newPass(spec, capacity), newPass(spec, capacity)];
    scratchRows = capacity;
  }

  return {
    ...operations,
    precision: 'float64',
    parameterCount,
    inputs: spec.inputs,
    outputs: spec.outputs,
    examples: (capacity) => {
      growScratch(capacity);
      const room = (width: number) => new Float64Array(capacity * width);
      return { examples: examples.push({ rows: 0, x: room(spec.inputs), y: room(spec.outputs), weight: room(1) }) - 1, capacity };
    },
    tape: (capacity) => ({ tape: tapes.push(newPass(spec, capacity)) - 1, capacity }),
    setExamples: (target, given) => {
      checkRows(target.capacity, given, spec);
      setRows(examples[target.examples]!, given);
    },
    gradient: (theta, on, out, tape) => network.gradient(at(theta), examples[on.examples]!, tape ? tapes[tape.tape]! : plain, at(out)),
    hessianVector: (theta, on, direction, out, tape) => {
      const rows = examples[on.examples]!;
      if (!tape) network.gradient(at(theta), rows, plain, at(out));
      network.hessianVector(at(theta), rows, tape ? tapes[tape.tape]! : plain, at(direction), tangent, at(out));
    },
    predict: (theta, on) => {
      const rows = examples[on.examples]!;
      network.forward(at(theta), rows, plain);
      return plain.a[network.last]!.slice(0, rows.rows * spec.outputs);
    },
  };
}

function setRows(target: Rows, given: ExampleRows): void {
  target.rows = given.rows;
  target.x.set(given.x);
  target.y.set(given.y);
  target.weight.set(given.weight);
}
