// The debugger inside a real extension host, Node and web worker alike: sessions started through the editor, watched by a tracker.
import * as vscode from 'vscode';
import { equal, ok, rejects } from './support/assert';

interface Message {
  readonly type: string;
  readonly event?: string;
  readonly command?: string;
  readonly success?: boolean;
  readonly body?: { readonly reason?: string };
}
interface Frame {
  readonly id: number;
  readonly name: string;
  readonly line: number;
  readonly source: { readonly path: string };
}

const messages = new Map<string, Message[]>();
const watchers = new Set<() => void>();
const tracker = vscode.debug.registerDebugAdapterTrackerFactory('maml', {
  createDebugAdapterTracker: ({ id }) => {
    const kept: Message[] = [];
    messages.set(id, kept);
    return {
      onDidSendMessage: (message: Message) => {
        kept.push(message);
        watchers.forEach((look) => look());
      },
    };
  },
});

function until(holds: () => boolean, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${what} did not happen`)), 20_000);
    const look = () => {
      if (!holds()) return;
      clearTimeout(late);
      watchers.delete(look);
      resolve();
    };
    watchers.add(look);
    look();
  });
}

const stops = (session: vscode.DebugSession) => (messages.get(session.id) ?? []).filter(({ event }) => event === 'stopped');

async function start(config: object): Promise<vscode.DebugSession> {
  const known = new Set(messages.keys());
  const started = new Promise<vscode.DebugSession>((resolve) => {
    const listener = vscode.debug.onDidStartDebugSession((session) => {
      if (known.has(session.id)) return;
      listener.dispose();
      resolve(session);
    });
  });
  const given = { type: 'maml', request: 'launch', name: 'test', iterations: 20, metaBatch: 4, hidden: [8, 8], ...config };
  ok(await vscode.debug.startDebugging(undefined, given), 'the session did not start');
  const session = await started;
  await until(() => stops(session).length > 0, 'the stop on entry');
  return session;
}

async function go(session: vscode.DebugSession, command: string): Promise<void> {
  const before = stops(session).length;
  await session.customRequest(command, { threadId: 1 });
  await until(() => stops(session).length > before, `a stop after ${command}`);
}

const frames = async (session: vscode.DebugSession): Promise<readonly Frame[]> =>
  ((await session.customRequest('stackTrace', { threadId: 1 })) as { stackFrames: Frame[] }).stackFrames;
const value = async (session: vscode.DebugSession, expression: string): Promise<string> =>
  ((await session.customRequest('evaluate', { expression, context: 'watch', frameId: 1 })) as { result: string }).result;

async function stop(session: vscode.DebugSession): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    const listener = vscode.debug.onDidTerminateDebugSession(({ id }) => {
      if (id !== session.id) return;
      listener.dispose();
      resolve();
    });
  });
  await vscode.debug.stopDebugging(session);
  await ended;
}

describe('the debugger', () => {
  after(() => void tracker.dispose());

  it('starts without a launch.json and opens the listing as its source', async () => {
    const session = await start({});
    const [frame] = await frames(session);
    const uri = vscode.Uri.parse(frame!.source.path);
    const document = await vscode.workspace.openTextDocument(uri);
    equal(document.languageId, 'maml-listing');
    ok(/^ +tasks = p_T\.sample\(T\)$/.test(document.lineAt(frame!.line - 1).text), 'the first line is no line of the listing');
    await stop(session);
  });

  it('steps forward and back to the same values', async () => {
    const session = await start({});
    for (const command of ['next', 'stepIn', 'stepIn', 'stepIn', 'stepIn']) await go(session, command);
    const names = (await frames(session)).map(({ name }) => name);
    equal(names.length, 3);
    const watched = ['norm(phi - theta)', 'loss', 'mse(query, phi)', 'cos(g1, g2)'];
    const see = () => Promise.all(watched.map((expression) => value(session, expression)));
    const before = await see();
    for (const command of ['stepOut', 'stepIn', 'stepBackInto', 'stepBackInto']) await go(session, command);
    equal(
      (await frames(session)).map(({ name }) => name),
      names,
    );
    equal(await see(), before);
    await stop(session);
  });

  it('stops at a breakpoint set in the editor', async () => {
    const session = await start({});
    const [frame] = await frames(session);
    const uri = vscode.Uri.parse(frame!.source.path);
    const document = await vscode.workspace.openTextDocument(uri);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('grads.append(v)'));
    const point = new vscode.SourceBreakpoint(new vscode.Location(uri, new vscode.Position(line, 0)), true, 'task == 3');
    const taken = () => (messages.get(session.id) ?? []).filter(({ command }) => command === 'setBreakpoints').length;
    const before = taken();
    vscode.debug.addBreakpoints([point]);
    await until(() => taken() > before, 'the setting of the breakpoint');
    await go(session, 'continue');
    equal(stops(session).at(-1)?.body?.reason, 'breakpoint');
    equal([(await frames(session))[0]!.line, await value(session, 'task')], [line + 1, '3']);
    vscode.debug.removeBreakpoints([point]);
    await stop(session);
  });

  it('leads two sessions at once, neither disturbed by the other', async () => {
    const first = await start({ seed: 1 });
    const second = await start({ seed: 2, algorithm: 'reptile' });
    for (let i = 0; i < 12; i++) await go(i % 3 === 0 ? second : first, 'stepIn');
    const [left, right] = [await value(first, 'norm(theta)'), await value(second, 'norm(theta)')];
    ok(left !== right, 'two seeds gave the same parameters');
    await stop(first);
    const alone = await start({ seed: 2, algorithm: 'reptile' });
    for (let i = 0; i < 4; i++) await go(alone, 'stepIn');
    for (const expression of ['norm(theta)', 'loss', 'task', 'norm(phi)'])
      equal(await value(alone, expression), await value(second, expression));
    await Promise.all([stop(second), stop(alone)]);
  });

  it('answers nonsense with a message and goes on', async () => {
    const session = await start({});
    await rejects(() => session.customRequest('evaluate', { expression: 'norm(', context: 'hover' }), /column/);
    await rejects(() => session.customRequest('evaluate', { expression: 'nothing' }), /there is no “nothing”/);
    await rejects(() => session.customRequest('variables', { variablesReference: 'x' }), /“variablesReference” is "x"/);
    await rejects(() => session.customRequest('flyAway'), /no request “flyAway”/);
    await go(session, 'next');
    await stop(session);
  });

  it('has a command that needs nothing', async () => {
    equal(await vscode.commands.executeCommand('eShikaku.debugMaml', { iterations: 5 }), true);
    const session = vscode.debug.activeDebugSession;
    ok(session?.type === 'maml', 'no MAML session is active');
    await until(() => stops(session).length > 0, 'the stop on entry');
    await stop(session);
  });
});
