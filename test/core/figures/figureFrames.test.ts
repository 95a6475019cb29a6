// Whatever the sliders say, a movable figure stays in its frame and says something that holds.
import assert from 'node:assert/strict';
import { PURPOSE, randomStream } from '../../../src/core/maml/random';
import { figureNames } from '../../../src/core/syllabus/figures';
import type { Control, Values } from '../../../src/webview/syllabus/figures/figure';
import { drawings, type Box } from '../drawnMarks';
import { inEnglish, markup } from '../templates';

/** Both ends of each slider and every choice, in all combinations. */
const corners = (controls: readonly Control[]): Values[] =>
  controls.reduce<Values[]>(
    (all, { key, min, max, options }) =>
      all.flatMap((values) => (options?.map((_, at) => min + at) ?? [min, max]).map((value) => ({ ...values, [key]: value }))),
    [{}],
  );

/** Places between the ends, on the steps of the sliders: the same at each run. */
function between(controls: readonly Control[], count: number): Values[] {
  const random = randomStream(1, PURPOSE.check, 0);
  const value = ({ min, max, step }: Control): number =>
    Number((min + step * random.integer(Math.round((max - min) / step) + 1)).toFixed(6));
  return Array.from({ length: count }, () => Object.fromEntries(controls.map((control) => [control.key, value(control)])));
}

/** Half of a heavy line, which is as thick as anything is drawn. */
const STROKE = 2;
const inside = (frame: Box, mark: Box): boolean =>
  mark.left >= frame.left - STROKE &&
  mark.top >= frame.top - STROKE &&
  mark.right <= frame.right + STROKE &&
  mark.bottom <= frame.bottom + STROKE;

const table = () => inEnglish(() => import('../../../src/webview/syllabus/figures/figureTable'));

describe('every movable figure', () => {
  for (const name of figureNames) {
    it(`${name} draws every mark and number inside its frame, wherever its sliders stand`, async () => {
      const { controls, draw, says } = (await table()).figureTable[name];
      const outside = new Map<string, string>();
      for (const values of [...corners(controls), ...between(controls, 60)]) {
        for (const width of [320, 680]) {
          const found = drawings(markup(draw(values, width)));
          assert.ok(found.length > 0 && found.some(({ marks }) => marks.length > 0));
          for (const { frame, marks } of found)
            for (const mark of marks)
              if (!inside(frame, mark)) outside.set(mark.source.slice(0, 160), JSON.stringify({ ...values, width }));
        }
        assert.doesNotMatch(says(values), /NaN|undefined|Infinity|\{\d\}/, JSON.stringify(values));
      }
      assert.deepEqual([...outside].slice(0, 5), [], `${outside.size} marks outside`);
    }).timeout(60_000);
  }
});

describe('at the ends of the sliders', () => {
  it('a kernel longer than the padded input has no output, and no formula that gives another number', async () => {
    const { says } = (await table()).figureTable['convolution-size'];
    assert.match(
      says({ input: 3, kernel: 7, padding: 0, stride: 1 }),
      /^The kernel \(7\) is longer than the padded input \(3 \+ 2·0 = 3\)/,
    );
    assert.match(says({ input: 3, kernel: 7, padding: 2, stride: 1 }), /= 1 outputs/);
  });

  it('the large dot of the outer loop is θ now, or absent where θ has left the picture', async () => {
    const { draw, says } = (await table()).figureTable['outer-loop'];
    const dots = (values: Values) => markup(draw(values, 400)).match(/<circle class="mark fill-theta[^>]*>/g) ?? [];
    const gone = { kind: 1, alpha: 0.4, beta: 0.5, steps: 20, theta: 0 };
    assert.ok(dots(gone).length > 0 && dots(gone).every((dot) => dot.includes('r="4"')));
    assert.match(says(gone), /lies outside the picture/);
    const here = { ...gone, kind: 0, alpha: 0.1, beta: 0.1 };
    assert.equal(dots(here).filter((dot) => dot.includes('r="7"')).length, 1);
    assert.doesNotMatch(says(here), /outside/);
  });

  it('a second-order part of nothing has no arrowhead', async () => {
    const { draw } = (await table()).figureTable['second-order'];
    const heads = (alpha: number) => markup(draw({ alpha, steep: 2 }, 400)).match(/<path class="line [^"]*stroke-second/g) ?? [];
    assert.deepEqual([heads(0).length, heads(0.3).length], [0, 1]);
  });

  it('dropout at the largest rate fills its frame with the largest output, 1.1 / (1 − 0.8)', async () => {
    const { draw, controls } = (await table()).figureTable['dropout-mask'];
    const { max } = controls.find(({ key }) => key === 'rate')!;
    const tops = Array.from({ length: 20 }, (_, draws) => drawings(markup(draw({ rate: max, draw: draws + 1 }, 400)))[0]!)
      .flatMap(({ marks }) => marks.filter(({ source }) => source.startsWith('<rect')))
      .map(({ top }) => top);
    assert.ok(Math.min(...tops) >= 22 - 1e-9 && Math.min(...tops) < 40);
  });
});
