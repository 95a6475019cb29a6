// The extension starts in a real extension host, Node or web worker, and offers what its manifest promises.
import * as vscode from 'vscode';
import { equal, ok } from './support/assert';

const id = 'e-shikaku-lab.e-shikaku-lab';

interface Manifest {
  main?: string;
  contributes: { commands: { command: string }[] };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(id);
  ok(found, `the host does not know ${id}`);
  return found;
}

describe('the extension', () => {
  it('activates', async () => {
    await extension().activate();
    equal(extension().isActive, true);
  });

  it('runs in the host that its manifest names', () => {
    const { main } = extension().packageJSON as Manifest;
    const inNode = typeof process !== 'undefined' && process.versions?.node !== undefined;
    equal(inNode, main !== undefined, 'Node host if and only if the manifest has a main');
  });

  it('registers every command that it contributes', async () => {
    const { contributes } = extension().packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command));
    equal(missing, []);
    ok(contributes.commands.length > 0, 'the manifest contributes no command');
  });
});
