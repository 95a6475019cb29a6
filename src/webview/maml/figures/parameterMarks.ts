// Marks of parameter space that all its pictures share: θ a square, each φ_j a circle, steps as arrows, other tasks faint.
import { svg, type SVGTemplateResult } from 'lit';
import type { Point } from '../../../core/maml/tasks/scene';
import { sceneWords } from '../sceneStrings';
import { arrow } from './arrow';
import { arrowSample, pointSample, squareSample, type LegendEntry } from './legend';

/** φ_0 = θ, φ_1, … as places on the screen. */
export function trackMarks(places: readonly Point[], others: readonly Point[]): SVGTemplateResult[] {
  const [start] = places;
  if (start === undefined) return [];
  const last = places.length - 1;
  return [
    ...others.map(([x, y]) => svg`<circle class="other-phi" data-q="phi" cx=${x} cy=${y} r="3"></circle>`),
    ...places.slice(1).map((to, i) => arrow('step', places[i]!, to, 'g')),
    ...places
      .slice(1)
      .map(
        ([x, y], i) =>
          svg`<circle class="phi-mark ${i + 1 === last ? 'last' : ''}" data-q="phi" cx=${x} cy=${y} r=${i + 1 === last ? 5 : 3.5}></circle>`,
      ),
    svg`<rect class="theta-mark" data-q="theta" x=${start[0] - 5} y=${start[1] - 5} width="10" height="10"></rect>`,
    svg`<text class="mark-name" x=${start[0] - 9} y=${start[1] + 4} text-anchor="end">θ</text>`,
    ...(last > 0 ? [svg`<text class="mark-name" x=${places[last]![0] + 9} y=${places[last]![1] + 4}>φ${last}</text>`] : []),
  ];
}

export const trackLegend = (moved: boolean, others: boolean): (LegendEntry | null)[] => [
  { label: 'θ', sample: squareSample('theta-mark'), quantity: 'theta' },
  moved ? { label: 'φ', sample: pointSample('phi-mark last'), quantity: 'phi' } : null,
  moved ? { label: '−αg', sample: arrowSample('step'), quantity: 'g' } : null,
  others ? { label: sceneWords.otherTasks, sample: pointSample('other-phi'), quantity: 'phi' } : null,
];
