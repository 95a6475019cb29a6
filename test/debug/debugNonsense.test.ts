// Nonsense of every kind is answered with a message, and the session lives on.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Client, host, launched } from './support/client';

describe('the debugger’s patience', () => {
  it('refuses requests with wrong or missing arguments by name', async () => {
    const client = await launched();
    assert.match(await client.refused('variables'), /Request “variables”: “variablesReference”/);
    assert.match(await client.refused('evaluate', { expression: 5 }), /“expression” is 5, expected string/);
    assert.match(await client.refused('stackTrace', 'x'), /Request “stackTrace”/);
    assert.match(await client.refused('teleport'), /no request “teleport”/);
    assert.match(await client.refused('toString'), /no request “toString”/);
    await client.go('next');
  });

  it('takes messages that are no requests with a line in the console', async () => {
    const client = await launched();
    for (const message of [undefined, null, 7, 'hello', {}, { type: 'event' }, { type: 'request', seq: 'one', command: 'next' }]) {
      await client.adapter.handle(message);
    }
    assert.equal(client.events.filter(({ event }) => event === 'output').length, 7);
    await client.go('next');
  });

  it('refuses what comes too early, and launches after a bad launch', async () => {
    const client = new Client(await host());
    await client.ask('initialize', {});
    for (const command of ['stackTrace', 'next', 'continue', 'restartFrame', 'setBreakpoints', 'configurationDone']) {
      const message = await client.refused(command, { threadId: 1, frameId: 1, source: {}, breakpoints: [] });
      assert.match(message, /Nothing has been launched yet/, command);
    }
    const wrong: readonly (readonly [object, RegExp])[] = [
      [{ alpha: 'big' }, /“alpha” is "big"; it must be a number from/],
      [{ algorithm: 'magic' }, /“algorithm” is "magic"; it must be one of maml/],
      [{ family: 'cats' }, /“family” is "cats"/],
      [{ alhpa: 0.1 }, /Unknown option “alhpa”/],
      [{ stopOnEntry: 'yes' }, /“stopOnEntry” is "yes", expected boolean/],
      [{ startIteration: 0 }, /“startIteration”/],
      [{ startIteration: 99, iterations: 10 }, /“startIteration” is 99; it must be at most “iterations”, which is 10/],
    ];
    for (const [config, pattern] of wrong) assert.match(await client.refused('launch', { type: 'maml', name: 'x', ...config }), pattern);
    await client.launch();
    await client.go('next');
  });

  it('survives any arguments to any request', async () => {
    const commands = [
      'setBreakpoints',
      'variables',
      'scopes',
      'evaluate',
      'setVariable',
      'setExpression',
      'restartFrame',
      'goto',
      'gotoTargets',
    ];
    const more = [
      'completions',
      'breakpointLocations',
      'exceptionInfo',
      'threads',
      'stackTrace',
      'inlineValues',
      'pause',
      'setExceptionBreakpoints',
    ];
    const client = await launched();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands, ...more), fc.jsonValue(), async (command, args) => {
        const response = await client.raw(command, args);
        assert.equal(typeof response.success, 'boolean');
        if (!response.success) assert.ok((response.message ?? '').length > 0, command);
      }),
      { numRuns: 600 },
    );
    await client.go('next');
  });

  it('reads any text as an expression or says why not', async () => {
    const client = await launched();
    for (let i = 0; i < 4; i++) await client.go('stepIn');
    const word = fc.constantFrom(
      'theta',
      'phi',
      'g',
      'norm(',
      '(',
      ')',
      '[',
      ']',
      '.',
      ',',
      '+',
      '-',
      '*',
      '/',
      '^',
      '<',
      '==',
      '&&',
      'not',
      '0',
      '1.5',
      'w1',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
          fc.string({ maxLength: 40 }),
        ),
        async (expression) => {
          const { success, message = '' } = await client.raw('evaluate', { expression, context: 'hover' });
          if (!success) assert.ok(!/undefined|TypeError|not a function/.test(message), `${expression}: ${message}`);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
