/** Starts TensorFlow.js on first use: the cpu backend, with gradients that are right to the second order. */
import { repairGradients } from './gradientRepairs';
import type { TensorFlow } from './tensorFlow';

let loaded: Promise<TensorFlow> | undefined;

/** TensorFlow.js, evaluated on the first call and the same object afterwards. */
export function loadTensorFlow(): Promise<TensorFlow> {
  loaded ??= start();
  return loaded;
}

async function start(): Promise<TensorFlow> {
  const { tensorFlow } = await import('./tensorFlow');
  // Without this the library advertises a native package on the console.
  tensorFlow.enableProdMode();
  await tensorFlow.setBackend('cpu');
  await tensorFlow.ready();
  repairGradients(tensorFlow);
  return tensorFlow;
}
