// The lab's protocol against forged and malformed messages: what is taken away, drawings above all, and answers to its questions.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { ProtocolError } from '../../src/protocol/decode';
import { decodeToLab, decodeToLabHost, TAKE_AWAYS, type ToLabHost } from '../../src/protocol/maml';

const svg = (inside: string): ToLabHost => ({
  type: 'picture',
  format: 'svg',
  name: 'Meta-loss',
  data: `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${inside}</svg>`,
});
const png = (data: string): ToLabHost => ({ type: 'picture', format: 'png', name: 'Meta-loss', data });
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

const good: ToLabHost[] = [
  ...TAKE_AWAYS.map((what) => ({ type: 'takeAway' as const, what })),
  svg('<g transform="translate(1 2)"><path d="M0,0L1,1" stroke="currentColor"/><text>on x = 3 &lt;b&gt;</text></g>'),
  png(PNG),
  { type: 'predict', id: 'longerPart', answer: 'first' },
  { type: 'dismissPrediction' },
  { type: 'predictFirst', on: false },
  { type: 'predictAgain' },
];

const bad: unknown[] = [
  { type: 'takeAway', what: 'everything' },
  { type: 'takeAway', what: 'json', target: 'file:///etc' },
  svg('<script>1</script>'),
  svg('<foreignObject></foreignObject>'),
  svg('<image href="https://example.org/x.png"/>'),
  svg('<a xlink:href="javascript:1"><text>x</text></a>'),
  svg('<rect onload="1"/>'),
  { ...svg(''), data: '<html></html>' },
  { ...svg(''), data: `<svg >${'x'.repeat(8_000_000)}</svg>` },
  { ...svg(''), name: 'x'.repeat(301) },
  png('AAAA'),
  png(`${PNG} `),
  { ...svg(''), format: 'png' },
  { ...svg(''), format: 'pdf' },
  { type: 'predict', id: 'somethingElse', answer: 'first' },
  { type: 'predict', id: 'longerPart', answer: 'perhaps' },
  { type: 'predictFirst', on: 'yes' },
];

describe('messages from the lab', () => {
  for (const message of good)
    it(`may be ${JSON.stringify(message).slice(0, 60)}`, () => assert.deepStrictEqual(decodeToLabHost(message), message));

  for (const message of bad)
    it(`are refused: ${JSON.stringify(message).slice(0, 90)}`, () => assert.throws(() => decodeToLabHost(message), ProtocolError));

  it('are refused whatever else they are', () => {
    fc.assert(fc.property(fc.anything(), (value) => assert.throws(() => decodeToLabHost(value), ProtocolError)));
  });
});

describe('messages to the lab', () => {
  it('show predictions and ask for a drawing', () => {
    for (const message of [
      { type: 'predictions', predictions: { on: true, question: null, canAskAgain: false } },
      { type: 'capture', format: 'png' },
    ])
      assert.deepStrictEqual(decodeToLab(message), message);
    assert.throws(() => decodeToLab({ type: 'capture', format: 'pdf' }), ProtocolError);
    assert.throws(() => decodeToLab({ type: 'predictions', predictions: { on: 'maybe' } }), ProtocolError);
  });
});
