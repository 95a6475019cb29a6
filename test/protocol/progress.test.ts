// The protocol of the statistics page against forged and malformed messages.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { ProtocolError } from '../../src/protocol/decode';
import { decodeFromProgressView, decodeToProgressView, type FromProgressView } from '../../src/protocol/progress';
import { statisticsOf } from '../../src/core/progress/statistics';
import { createSchedule } from '../../src/core/quiz/schedule';
import { dayOf, records, stateOf } from '../core/quiz/reviews';

const good: FromProgressView[] = [
  { type: 'ready' },
  { type: 'practise', topic: 'maml' },
  { type: 'practiseWeakest' },
  { type: 'reviewDue' },
  { type: 'startQuiz' },
  { type: 'export', what: 'csv' },
  { type: 'reset' },
];

describe('messages from the statistics page', () => {
  for (const message of good)
    it(`may be ${JSON.stringify(message)}`, () => assert.deepStrictEqual(decodeFromProgressView(message), message));

  it('are refused when they ask for anything else', () => {
    for (const message of [
      undefined,
      { type: 'reset', sure: true },
      { type: 'export', what: 'secrets' },
      { type: 'practise' },
      { type: 'run' },
    ])
      assert.throws(() => decodeFromProgressView(message), /^ProtocolError: message from the statistics page: /);
    fc.assert(fc.property(fc.anything(), (value) => assert.throws(() => decodeFromProgressView(value), ProtocolError)));
  });
});

describe('messages to the statistics page', () => {
  it('carry any statistics unchanged', () => {
    const topics = ['a', 'b', 'c'].map((name) => ({ slug: `topic-${name}`, title: name, area: '1', areaTitle: 'x', total: 5 }));
    fc.assert(
      fc.property(records, (events) => {
        const { history } = stateOf(events);
        const figures = statisticsOf({ topics, history, cards: createSchedule(dayOf)(history), dayOf, today: 20_060, weeks: 4 });
        const picture = {
          type: 'picture',
          today: 20_060,
          examIn: null,
          due: 1,
          fresh: 2,
          forecast: [1, 2],
          predictions: { answers: 4, right: 3 },
          ...figures,
        };
        assert.deepStrictEqual(decodeToProgressView(JSON.parse(JSON.stringify(picture))), JSON.parse(JSON.stringify(picture)));
      }),
    );
  });
});
