/** Exact meta-gradients against finite differences, the float32 kernel against float64, and bowls against their closed form. */
import * as assert from 'node:assert';
import { metaGradientOn, randomCases } from '../../../../src/core/maml/machine/checkCases';
import { centralDifferences } from '../../../../src/core/maml/machine/finiteDifferences';
import { createFloat64Machine } from '../../../../src/core/maml/machine/float64Machine';
import {
  checkBowls,
  checkFiniteDifferences,
  checkKernel,
  type CheckRow,
  relativeError,
} from '../../../../src/core/maml/machine/gradientCheck';
import { selfCheck, summariseChecks } from '../../../../src/core/maml/selfCheck';
import { loadTensorFlow } from '../../../../src/core/maml/tensor/loadTensorFlow';
import { drain } from '../../../../src/core/pieces';
import { builtKernel } from './builtKernel';

const cases = randomCases(3, 60);

function assertPassed(rows: readonly CheckRow[]): void {
  const failed = rows.filter(({ passed }) => !passed);
  assert.deepStrictEqual(
    failed.map(({ problem, error, limit }) => `${problem.network}: ${error} > ${limit}`),
    [],
  );
}

describe('meta-gradients agree', () => {
  it('float64 with central differences to 1e-8', () => {
    const rows = cases.map((problem) => drain(checkFiniteDifferences(problem)));
    assertPassed(rows);
    const compared = rows.reduce((sum, row) => sum + row.compared, 0);
    const leftOut = rows.reduce((sum, row) => sum + row.leftOut, 0);
    assert.ok(leftOut < compared / 20, `${leftOut} parameters were left out, ${compared} compared`);
  });

  it('the float32 kernel with float64 to 1e-5', async () => {
    const kernel = await builtKernel();
    assertPassed(cases.map((problem) => checkKernel(kernel, problem)));
  });

  it('bowls with their closed form to rounding', () => assertPassed(checkBowls()));

  it('in the self-check as a whole, with the kernel and where the host has none', async () => {
    const tensorFlow = await loadTensorFlow();
    for (const kernel of [await builtKernel(), undefined]) {
      const rows = drain(selfCheck({ seed: 4, cases: 8, kernel, tensorFlow }));
      assertPassed(rows);
      const summary = summariseChecks(rows).map(({ comparison, problems, failed }) => [comparison, problems, failed]);
      const kernelRow = kernel === undefined ? [] : [['kernel', 8, 0]];
      assert.deepStrictEqual(summary, [['finiteDifferences', 8, 0], ...kernelRow, ['nestedTensorFlow', 8, 0], ['closedForm', 6, 0]]);
    }
  });

  it('and finite differences do notice a missing second-order part', () => {
    for (const problem of cases.filter(({ spec, innerSteps }) => spec.activation === 'tanh' && innerSteps > 1)) {
      const firstOrder = metaGradientOn(createFloat64Machine(problem.spec), problem, 1);
      assert.ok(relativeError(firstOrder, centralDifferences(problem).values) > 1e-4);
    }
  });
});
