// Builds the machine for an experiment: the fused kernel where WebAssembly SIMD is there, else plain JavaScript.
import * as vscode from 'vscode';
import { compileKernel, type KernelModule } from '../../core/maml/machine/kernelModule';
import type { Machine } from '../../core/maml/machine/machine';
import { createMachine } from '../../core/maml/model';
import type { Settings } from '../../core/maml/settings';
import { familyOf } from '../../core/maml/tasks/families';

async function loadKernel(extensionUri: vscode.Uri, log: vscode.LogOutputChannel): Promise<KernelModule | undefined> {
  const kernel = await compileKernel(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'maml-kernel.wasm')));
  if (kernel === undefined) log.warn('This host has no WebAssembly SIMD; experiments run in plain JavaScript.');
  return kernel;
}

/** A maker that loads the kernel once, upon first use. */
export function machineMaker(extensionUri: vscode.Uri, log: vscode.LogOutputChannel): (settings: Settings) => Promise<Machine> {
  let kernel: Promise<KernelModule | undefined> | undefined;
  return async (settings) => {
    return createMachine(familyOf(settings.family).model(settings), await (kernel ??= loadKernel(extensionUri, log)));
  };
}
