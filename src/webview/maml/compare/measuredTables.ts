// The comparison as tables: what each method cost, and the note's table of MAML and fine-tuning filled with what was measured here.
import { html, type TemplateResult } from 'lit';
import type { MethodResult } from '../../../core/maml/compare/comparison';
import { aligned, grouped, significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curveOf } from './adaptationChart';
import { words } from './compareStrings';
import { methodSample } from './methodMarks';

const seconds = (milliseconds: number): string => fill(words.seconds, (milliseconds / 1000).toFixed(1));

/** What a method needed in training, exactly counted, and how it ended. */
export function costTable(results: readonly MethodResult[]): TemplateResult {
  const ended = ({ divergedAt, diverged, tasks }: MethodResult): string => {
    if (divergedAt !== null) return fill(words.trainingDiverged, divergedAt + 1);
    return diverged === 0 ? words.none : fill(words.tasksDiverged, diverged, tasks);
  };
  const head = [
    words.method,
    words.stepSize,
    words.innerSteps,
    words.iterations,
    words.gradients,
    words.products,
    words.time,
    words.divergedHead,
  ];
  return html`<div class="scrolls" tabindex="0" role="region" aria-label=${words.costTitle}>
    <table class="measured">
      <thead>
        <tr>
          ${head.map((label) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${results.map(
          (result) =>
            html`<tr>
              <th scope="row">
                <svg width="32" height="16" aria-hidden="true">${methodSample(result.method)}</svg>${words[`short_${result.method}`]}
              </th>
              <td class="number">${result.alpha === 0 ? '—' : significant(result.alpha)}</td>
              <td class="number">${result.iterations === 0 ? '—' : result.innerSteps}</td>
              <td class="number">${grouped(result.iterations)}</td>
              <td class="number">${grouped(result.cost.gradients)}</td>
              <td class="number">${grouped(result.cost.hessianVectors)}</td>
              <td class="number">${seconds(result.milliseconds)}</td>
              <td>${ended(result)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const at = (result: MethodResult, step: number): string =>
  `${aligned(curveOf(result).mean[step] ?? NaN)} ± ${aligned(curveOf(result).halfWidth[step] ?? NaN)}`;

interface ViewRow {
  readonly name: string;
  readonly cell: (result: MethodResult) => TemplateResult;
}

const lines = (...texts: readonly string[]): TemplateResult => html`${texts.map((text) => html`<div>${text}</div>`)}`;

/** The four views of the note, each with its figures. */
const VIEWS: readonly ViewRow[] = [
  {
    name: words.viewPurpose,
    cell: (result) => lines(words[result.method === 'maml' ? 'purposeMaml' : 'purposePretrain'], fill(words.measuredBefore, at(result, 0))),
  },
  {
    name: words.viewProcess,
    cell: ({ method, iterations, innerSteps }) =>
      lines(
        words[method === 'maml' ? 'processMaml' : 'processPretrain'],
        fill(words[method === 'maml' ? 'measuredLoops' : 'measuredLoop'], grouped(iterations), innerSteps),
      ),
  },
  {
    name: words.viewTransfer,
    cell: (result) =>
      lines(
        words[result.method === 'maml' ? 'transferMaml' : 'transferPretrain'],
        fill(words.measuredAfter, 1, at(result, 1)),
        fill(words.measuredAfter, 10, at(result, 10)),
      ),
  },
  {
    name: words.viewCompute,
    cell: ({ cost, milliseconds }) =>
      lines(
        fill(words.measuredCost, grouped(cost.gradients), grouped(cost.hessianVectors)),
        fill(words.measuredTime, seconds(milliseconds)),
        words.adaptationCost,
      ),
  },
];

/** The note's table, for MAML and fine-tuning; nothing until both have finished. */
export function noteTable(results: readonly MethodResult[]): TemplateResult | null {
  const of = (id: string) => results.find(({ method }) => method === id);
  const [pretrain, maml] = [of('pretrain'), of('maml')];
  if (pretrain === undefined || maml === undefined) return null;
  return html`<table class="measured views-table">
    <thead>
      <tr>
        <th scope="col">${words.viewHead}</th>
        <th scope="col">${words.name_pretrain}</th>
        <th scope="col">${words.name_maml}</th>
      </tr>
    </thead>
    <tbody>
      ${VIEWS.map(
        ({ name, cell }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${cell(pretrain)}</td>
            <td>${cell(maml)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
