// The edge through which every foreign value comes: typed, or refused in a sentence that says where and what.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { decode, ProtocolError } from '../../src/protocol/decode';

const schema = v.strictObject({ name: v.string(), list: v.array(v.strictObject({ at: v.number() })) });

describe('decode', () => {
  it('gives back what fits', () => {
    const value = { name: 'x', list: [{ at: 1 }] };
    assert.deepStrictEqual(decode(schema, value, 'the file'), value);
  });

  it('names the place, the path and the value of what does not', () => {
    const refused = (value: unknown, message: string) =>
      assert.throws(() => decode(schema, value, 'the file'), { name: 'ProtocolError', message });
    refused({ name: 'x', list: [{ at: 1 }, { at: 'two' }] }, 'the file: “list.1.at” is "two", expected number.');
    refused({ name: 3, list: [] }, 'the file: “name” is 3, expected string.');
    refused('nothing of the kind', 'the file: is "nothing of the kind", expected Object.');
  });

  it('hands over place and value apart from its English sentence', () => {
    const faultOf = (value: unknown): unknown => {
      try {
        return decode(schema, value, 'the file');
      } catch (error) {
        return error instanceof ProtocolError && error.fault;
      }
    };
    assert.deepStrictEqual(faultOf({ name: 7, list: [] }), { path: 'name', shown: '7', expected: 'string' });
    assert.deepStrictEqual(faultOf(null), { path: null, shown: 'null', expected: 'Object' });
  });

  it('cuts long values short', () => {
    assert.throws(
      () => decode(schema, { name: 'x', list: 'y'.repeat(500) }, 'the file'),
      (error: Error) => error.message.length < 160 && error.message.includes('…'),
    );
  });

  it('throws nothing but ProtocolError, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          decode(schema, value, 'anything');
        } catch (error) {
          assert.ok(error instanceof ProtocolError, String(error));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
