// One unseen task under two methods, side by side: where each starts, and where the same steps on the same points take it.
import { html, type TemplateResult } from 'lit';
import type { MethodResult } from '../../../core/maml/compare/comparison';
import { significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { taskPlot } from '../figures/taskPlot';
import { words } from './compareStrings';

/** MAML and fine-tuning where they were compared, else the first two. */
function pair(results: readonly MethodResult[]): MethodResult[] {
  const drawn = results.filter(({ unseen }) => unseen !== null);
  const known = drawn.filter(({ method }) => method === 'maml' || method === 'pretrain');
  return (known.length > 0 ? known : drawn).slice(0, 2);
}

export function sameTask(results: readonly MethodResult[]): TemplateResult | null {
  const shown = pair(results);
  if (shown.length === 0) return null;
  return html`<h2>${words.sameTaskTitle}</h2>
    ${shown.map(({ method, unseen, domain }) => {
      if (unseen === null || domain === null) return null;
      const [low, high] = domain;
      const last = unseen.truth.length - 1;
      const x = unseen.truth.map((_, i) => low + ((high - low) * i) / last);
      const [before, one, end] = [unseen.losses[0], unseen.losses[1], unseen.losses.at(-1)].map((loss) => significant(loss ?? NaN));
      const title = fill(words.sameTaskOf, words[`name_${method}`], before ?? '', one ?? '', end ?? '', unseen.losses.length - 1);
      return html`<h3>${title}</h3>
        ${taskPlot({ ...unseen, x, title })}`;
    })}`;
}
