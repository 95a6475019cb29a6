// How typed code, shapes, orders and matches are understood and judged, and that older records stay valid.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { recordEventSchema } from '../../../src/core/progress/events';
import { fits, isRight, recognisedEntry, understand } from '../../../src/core/quiz/kinds';
import { parseShape, showShape } from '../../../src/core/quiz/parseShape';
import { choiceOrder } from '../../../src/core/quiz/session';
import { normaliseCode } from '../../../src/core/quiz/typedCode';
import { decode } from '../../../src/protocol/decode';
import { entry, matching, ordering, samples, shape, typing } from './sampleQuestions';

describe('every kind of question', () => {
  it('judges a right and a wrong answer, whatever the order shown, and stores it so that it still fits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.integer(), fc.boolean(), (question, seed, right) => {
        const order = choiceOrder(question, seed);
        const given = understand(question, entry(question, order, right), order);
        assert.ok(given && fits(question, given), question.kind);
        // Items are never shown in their right order, so leaving them alone is wrong.
        assert.strictEqual(isRight(question, given), right, question.kind);
      }),
    );
  });

  it('takes no answer of another kind', () => {
    const orders = samples.map((question) => choiceOrder(question, 1));
    const families = ['choices', 'choices', 'choices', 'number', 'shape', 'typing', 'ordering', 'matching'];
    samples.forEach((question, i) =>
      samples.forEach((other, j) => {
        const given = understand(other, entry(other, orders[j]!, true), orders[j]!)!;
        if (families[i] !== families[j]) assert.ok(!fits(question, given), `${question.kind} takes ${other.kind}`);
      }),
    );
  });
});

describe('typed code', () => {
  it('is compared without spaces and kinds of quotes, but with what stands inside quotes', () => {
    const same = [
      ['theta - alpha*g', 'theta-alpha * g'],
      ["d['a b']", 'd["a b"]'],
      ['create_graph = True', ' create_graph=True '],
      ['ｆ（ｘ）＝１', 'f(x)=1'],
      ['x if  y', 'x if y'],
    ];
    for (const [a = '', b = ''] of same) assert.strictEqual(normaliseCode(a), normaliseCode(b));
    const different = [
      ["d['a b']", "d['ab']"],
      ['x if y', 'xif y'],
      ['True', 'true'],
      ['a b', 'ab'],
    ];
    for (const [a = '', b = ''] of different) assert.notStrictEqual(normaliseCode(a), normaliseCode(b));
  });

  it('changes nothing when it is normalised again', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.strictEqual(normaliseCode(normaliseCode(text)), normaliseCode(text))));
  });

  it('needs every blank, and knows the recorded slips', () => {
    assert.strictEqual(understand(typing, { texts: ['create_graph=True', ' '] }, []), null);
    assert.strictEqual(understand(typing, { texts: ['create_graph=True'] }, []), null);
    assert.strictEqual(recognisedEntry(typing.blanks[0]!, 'create_graph = False')?.whyHtml, '<p>既定値</p>');
    assert.strictEqual(recognisedEntry(typing.blanks[0]!, 'create_graph=None'), null);
  });
});

describe('shapes', () => {
  it('are read in every usual form', () => {
    for (const text of [
      '(32, 5, 84)',
      '[32,5,84]',
      '32×5×84',
      '32x5x84',
      '32, 5, 84',
      '（３２、５、８４）',
      'torch.Size([32, 5, 84])',
      '(32, 5, 84,)',
      '32 5 84',
      '３２　５　８４',
      '( 32 , 5 , 84 )',
    ])
      assert.deepStrictEqual(parseShape(text), [32, 5, 84], text);
    assert.deepStrictEqual(parseShape('(5,)'), [5]);
    assert.deepStrictEqual(parseShape('()'), []);
    for (const text of ['', 'abc', '(32, 5', '32,,5', '-1', '1.5', '(a, 3)']) assert.strictEqual(parseShape(text), null, text);
  });

  it('are read back as they are shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 999_999_999 }), { maxLength: 6 }), (axes) =>
        assert.deepStrictEqual(parseShape(showShape(axes)), axes),
      ),
    );
  });

  it('are right only with every axis in its place', () => {
    const judge = (text: string) => isRight(shape, understand(shape, { text }, [])!);
    assert.deepStrictEqual(['(32,5,84)', '(5,32,84)', '(32,5)', '(32,5,84,1)'].map(judge), [true, false, false, false]);
  });
});

describe('orders and matches', () => {
  it('never begin with the items in their right order', () => {
    for (let seed = 0; seed < 500; seed++) assert.notDeepStrictEqual(choiceOrder(ordering, seed), [0, 1, 2, 3]);
  });

  it('are no answer as long as something is missing or named twice', () => {
    const order = choiceOrder(ordering, 3);
    for (const sequence of [
      [0, 1, 2],
      [0, 1, 2, 2],
      [0, 1, 2, 4],
    ])
      assert.strictEqual(understand(ordering, { sequence }, order), null);
    for (const matches of [
      [0, 1],
      [0, null, 1],
      [0, 1, 3],
    ])
      assert.strictEqual(understand(matching, { matches }, [0, 1, 2]), null);
    assert.ok(understand(matching, { matches: [2, 2, 2] }, [0, 1, 2]), 'a right item may be chosen several times');
  });
});

describe('an answer of an older record', () => {
  it('is read as it was written', () => {
    const old = {
      v: 2,
      id: 'a',
      order: 4,
      at: 5,
      window: 'w',
      type: 'answered',
      session: 's',
      question: 'q',
      topic: 'maml',
      given: { text: '1.6', value: 1.6 },
      correct: true,
    };
    assert.deepStrictEqual(decode(recordEventSchema, old, 'record'), old);
    const first = { ...old, v: 1, given: { choices: [0, 2] }, ms: 12 };
    assert.deepStrictEqual(decode(recordEventSchema, first, 'record'), first);
  });
});
