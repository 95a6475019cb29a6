// What computes: the fused kernel, where the host has WebAssembly SIMD, and TensorFlow.js. Loaded once, upon first use.
import * as vscode from 'vscode';
import { compileKernel, type KernelModule } from '../../core/maml/machine/kernelModule';
import { loadTensorFlow } from '../../core/maml/tensor/loadTensorFlow';
import type { TensorFlow } from '../../core/maml/tensor/tensorFlow';

export interface Machinery {
  readonly kernel: KernelModule | undefined;
  readonly tensorFlow: TensorFlow;
}

async function loadKernel(extensionUri: vscode.Uri, log: vscode.LogOutputChannel): Promise<KernelModule | undefined> {
  const kernel = await compileKernel(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'maml-kernel.wasm')));
  if (kernel === undefined) log.warn('This host has no WebAssembly SIMD; experiments run in plain JavaScript.');
  return kernel;
}

export async function loadMachinery(extensionUri: vscode.Uri, log: vscode.LogOutputChannel): Promise<Machinery> {
  const [kernel, tensorFlow] = await Promise.all([loadKernel(extensionUri, log), loadTensorFlow()]);
  return { kernel, tensorFlow };
}
