// Mixed training, FOMAML, Reptile and MAML on the same two bowls: each comes to rest elsewhere.
import { svg, type SVGTemplateResult } from 'lit';
import { lossAfter, METHODS, restsAt, type Bowl, type Method } from '../../../core/figures/bowlSeries';
import { chart, significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './metaStrings';

const xs = range(-2, 3, 80);

function run({ alpha = 0.1, steep = 4, steps = 1 }: Values) {
  const bowls: readonly Bowl[] = [
    { curvature: 1, centre: 2 },
    { curvature: steep, centre: -1 },
  ];
  const loss = (theta: number): number => lossAfter(bowls, theta, alpha, steps);
  return { steps, loss, places: METHODS.map((method) => restsAt(method, bowls, alpha, steps)) };
}

const shapes: Readonly<Record<Method, (x: number, y: number) => SVGTemplateResult>> = {
  joint: (x, y) => svg`<rect class="mark hollow stroke-sum" x=${x - 6} y=${y - 6} width="12" height="12"></rect>`,
  fomaml: (x, y) => svg`<path class="mark hollow stroke-first" d="M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z"></path>`,
  reptile: (x, y) => svg`<path class="mark hollow stroke-support" d="M${x} ${y - 7}L${x + 7} ${y + 6}L${x - 7} ${y + 6}Z"></path>`,
  maml: (x, y) => svg`<circle class="mark fill-theta" cx=${x} cy=${y} r="6"></circle>`,
};

export const restingPlaces: Figure = {
  title: words.restTitle,
  controls: [
    slider('alpha', words.alpha, [0.02, 0.24, 0.02], 0.1),
    slider('steps', words.innerSteps, [1, 8, 1], 1),
    slider('steep', words.steep, [1, 4, 0.5], 4),
  ],
  draw(values, width) {
    const { loss, places } = run(values);
    const byPlace = places.map((_, at) => at).sort((a, b) => places[a]! - places[b]!);
    const lowest = loss(places[3] ?? 0);
    const high = Math.max(1.2 * lowest, ...places.map(loss)) + 0.6 * lowest;
    const options = { width, height: 270, x: { domain: [-2, 3], label: 'θ' }, y: { domain: [0, high], label: 'Σ L' }, title: '' } as const;
    return chart(options, (sx, sy) => [
      curve(xs.map((x) => [x, loss(x)]), sx, sy, 'heavy stroke-phi'), // prettier-ignore
      // Names stand below the curve, the leftmost highest and each to the left of its line, so that no line crosses a name.
      ...byPlace.map((at, row) => {
        const theta = places[at] ?? NaN;
        const [x, y, foot] = [sx(theta), sy(loss(theta)), sy(0) - 8 - 18 * (METHODS.length - 1 - row)];
        return svg`<line class="line thin stroke-true" x1=${x} x2=${x} y1=${y} y2=${foot}></line>
          <text class="value" x=${x - 5} y=${foot} text-anchor="end">${words[METHODS[at]!]}</text>`;
      }),
      ...places.map((theta, at) => shapes[METHODS[at]!](sx(theta), sy(loss(theta)))),
    ]);
  },
  says(values) {
    const { steps, loss, places } = run(values);
    const [joint = NaN, fomaml = NaN, reptile = NaN, maml = NaN] = places;
    const all = [joint, fomaml, reptile, maml];
    return fill(words.restSays, ...all.map((theta) => digits(theta, 3)), ...all.map((theta) => significant(loss(theta))), steps);
  },
};
