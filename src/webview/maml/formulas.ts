// The formula of the line just run, with its symbols in the pictures' colours and its numbers filled in.
import { html, type TemplateResult } from 'lit';
import type { Settings } from '../../core/maml/settings';
import type { Picture } from '../../core/maml/trace/picture';
import type { Line } from '../../core/maml/trace/step';
import { fill } from '../shared/words';
import { significant } from '../shared/chart';
import { words } from './strings';

interface Shown {
  readonly sentence: string;
  readonly formula: TemplateResult;
  readonly numbers: readonly (readonly [label: TemplateResult | string, value: string])[];
}

const theta = html`<var class="q-theta">θ</var>`;
const phi = (j: number | string) => html`<var class="q-phi">φ</var><sub>${j}</sub>`;
const supportLoss = html`<var>L</var><sub class="q-support">s</sub>`;
const queryLoss = html`<var>L</var><sub class="q-query">q</sub>`;
const vector = html`<var class="q-sum">v</var>`;
const hv = html`<var class="q-second">${'Hv'}</var>`;
const metaGradient = html`<var class="q-sum">g</var><sub>${'meta'}</sub>`;
const alpha = html`<var>α</var>`;

const norm = (value: number | undefined): string => significant(value ?? NaN);

type Row = (picture: Picture, settings: Settings) => Shown;

/** Length of each part and the angle, as every gradient is summarised. */
const parts = (size: Picture['meta']): Shown['numbers'] =>
  size === null
    ? []
    : [
        [words.first, norm(size.first)],
        [words.second, norm(size.second)],
        [words.sum, norm(size.sum)],
        [words.angle, `${size.angle.toFixed(1)}°`],
      ];

const rows: Record<Line, Row> = {
  sample: ({ tasks }) => ({
    sentence: fill(words.lineSample, tasks.length),
    formula: html`𝒯<sub>1</sub>, …, 𝒯<sub>${tasks.length}</sub> ~ <var>p</var>(𝒯)`,
    numbers: [],
  }),
  task: () => ({ sentence: words.lineTask, formula: html`${phi(0)} = ${theta}`, numbers: [] }),
  'support-gradient': ({ inner, focus, tasks }) => ({
    sentence: fill(words.lineSupport, inner ?? 0),
    formula: html`<var>g</var><sub>${inner}</sub> = ∇${supportLoss}(${phi(inner ?? 0)})`,
    numbers: [
      [html`${supportLoss}(${phi(inner ?? 0)})`, norm(tasks[focus?.index ?? 0]?.supportLoss[inner ?? 0])],
      [html`‖<var>g</var><sub>${inner}</sub>‖`, norm(focus?.gradientNorm[inner ?? 0])],
    ],
  }),
  'inner-update': ({ inner, focus }, settings) => ({
    sentence: words.lineInner,
    formula: html`${phi((inner ?? 0) + 1)} = ${phi(inner ?? 0)} − ${alpha} <var>g</var><sub>${inner}</sub>`,
    numbers: [
      [alpha, norm(settings.alpha)],
      [html`‖${alpha} <var>g</var><sub>${inner}</sub>‖`, norm(settings.alpha * (focus?.gradientNorm[inner ?? 0] ?? NaN))],
    ],
  }),
  'query-loss': ({ focus, tasks }, { innerSteps }) => ({
    sentence: words.lineQuery,
    formula: html`${vector} = ∇${queryLoss}(${phi(innerSteps)})`,
    numbers: [[html`${queryLoss}(${phi(innerSteps)})`, norm(tasks[focus?.index ?? 0]?.queryLoss ?? undefined)]],
  }),
  'second-order': ({ inner }, settings) => ({
    sentence: fill(words.lineSecond, (inner ?? 0) + 1),
    formula: html`${vector} ← ${vector} − ${alpha} <var class="q-second">H</var>(${phi(inner ?? 0)}) ${vector}`,
    numbers: [[alpha, norm(settings.alpha)]],
  }),
  displacement: (_, { innerSteps }) => ({
    sentence: words.lineDisplacement,
    formula: html`${vector} = ${theta} − ${phi(innerSteps)}`,
    numbers: [],
  }),
  accumulate: ({ focus }) => ({
    sentence: words.lineAccumulate,
    formula: html`${vector} = ∇${queryLoss}(${phi('k')}) + (−${alpha} ${hv})`,
    numbers: parts(focus?.meta ?? null),
  }),
  'meta-gradient': ({ tasks, metaLoss, meta }) => ({
    sentence: words.lineMeta,
    formula: html`${metaGradient} = <span class="fraction">1/${tasks.length}</span> Σ<sub>i</sub> ${vector}<sub>i</sub>`,
    numbers: [[words.metaLoss, norm(metaLoss ?? undefined)], ...parts(meta)],
  }),
  'outer-update': ({ thetaMoved, metaLoss }, { outer, beta }) => ({
    sentence: words.lineOuter,
    formula: html`${theta} ← ${theta} − <var>β</var> ${outer === 'adam' ? 'Adam' : ''}(${metaGradient})`,
    numbers: [
      [html`<var>β</var>`, norm(beta)],
      [html`‖Δ${theta}‖`, norm(thetaMoved ?? undefined)],
      [words.metaLoss, norm(metaLoss ?? undefined)],
    ],
  }),
};

export function formulaView(picture: Picture, settings: Settings): TemplateResult {
  const shown = picture.line === null ? null : rows[picture.line](picture, settings);
  return html`<div class="formula-box" aria-live="polite">
    <p class="sentence">${shown?.sentence ?? words.lineStart}</p>
    ${
      shown === null
        ? null
        : html`<p class="formula">${shown.formula}</p>
            <dl class="numbers">
              ${shown.numbers.map(
                ([label, value]) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd class="number">${value}</dd>
                  </div>`,
              )}
            </dl>`
    }
  </div>`;
}
