/** The reader's protocol: what it says passes, everything else is rejected by name. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ProtocolError } from '../../src/protocol/decode';
import { decodeFromReader, decodePageFile, decodeToReader, readRemembered } from '../../src/protocol/syllabus';

const said = [
  { type: 'ready' },
  { type: 'open', slug: 'maml', anchor: '' },
  { type: 'open', slug: 'maml-in-code', anchor: 'create-graph' },
  { type: 'mark', slug: 'maml', read: true },
  { type: 'quiz', slug: 'maml' },
  { type: 'demo' },
  { type: 'lab' },
  { type: 'debug' },
  { type: 'search' },
  { type: 'flag', slug: 'maml', flagged: true },
  { type: 'ownNote', slug: 'maml' },
  { type: 'scrolled', slug: 'maml', spot: { block: 12, part: 0.5 } },
  { type: 'editCode', language: 'python', text: 'x = 1' },
  { type: 'copy', text: '\\theta' },
];

const forged: unknown[] = [
  null,
  'ready',
  {},
  { type: 'close' },
  { type: 'ready', also: 1 },
  { type: 'open', slug: '../../package', anchor: '' },
  { type: 'open', slug: 'maml', anchor: '"><script>' },
  { type: 'open', slug: 'maml' },
  { type: 'mark', slug: 'maml', read: 'yes' },
  { type: 'mark', slug: 'maml', read: true, at: 0 },
  { type: 'quiz', slug: ['maml'] },
  { type: 'copy', text: '' },
  { type: 'flag', slug: 'maml' },
  { type: 'scrolled', slug: 'maml', spot: { block: -1, part: 0 } },
  { type: 'editCode', language: '../../x', text: 'x' },
  { type: 'copy', text: 'x'.repeat(50_001) },
];

describe('the protocol of the reader', () => {
  it('lets through what the view says', () => {
    for (const message of said) assert.deepEqual(decodeFromReader(message), message);
  });

  it('rejects forged and malformed messages by name', () => {
    for (const message of forged) {
      assert.throws(
        () => decodeFromReader(message),
        (error) => error instanceof ProtocolError && error.message.startsWith('message from the reader'),
        JSON.stringify(message)?.slice(0, 60),
      );
    }
  });

  it('rejects any value that is not one of its messages', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.throws(() => decodeFromReader(value), ProtocolError);
        assert.throws(() => decodeToReader(value), ProtocolError);
      }),
    );
  });

  it('rejects a message with a value of the wrong kind', () => {
    const messages = said.filter((message) => Object.keys(message).length > 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...messages),
        fc.nat(3),
        // Below zero, so that it is wrong where a number is expected, too.
        fc.oneof(fc.double({ max: -1, noNaN: true }), fc.constant(null), fc.array(fc.nat())),
        (message, at, value) => {
          const keys = Object.keys(message);
          const damaged = { ...message, [keys[at % keys.length] ?? 'type']: value };
          assert.throws(() => decodeFromReader(damaged), ProtocolError);
        },
      ),
    );
  });

  it('keeps a remembered history and drops a damaged one', () => {
    const history = {
      past: [{ slug: 'maml', spot: { block: 2, part: 0.25 } }],
      here: { slug: 'meta-learning', spot: { block: 0, part: 0 } },
      future: [],
    };
    assert.deepEqual(readRemembered(history), history);
    for (const damaged of [
      undefined,
      null,
      {},
      { ...history, here: { slug: '../x', spot: { block: 0, part: 0 } } },
      { ...history, past: [{ slug: 'a', spot: { block: 1, part: 1.5 } }] },
    ]) {
      assert.equal(readRemembered(damaged), undefined);
    }
  });

  it('names the file and the place of a damaged page', () => {
    assert.throws(
      () => decodePageFile({ version: 2 }, 'content/notes/maml.json'),
      /content\/notes\/maml\.json: “version” is 2, expected 1/,
    );
  });
});
