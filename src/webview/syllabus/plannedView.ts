// The page of a topic whose note is not written yet: says so, and shows the words of the syllabus that belong to it.
import { html, nothing, type TemplateResult } from 'lit';
import type { Page, Section } from '../../core/syllabus/page';
import { words } from './strings';

function section({ ref, title, groups, new2026 }: Section): TemplateResult {
  return html`<section lang="ja">
    <h2><span class="muted">${ref}</span> ${title}</h2>
    ${groups.map(
      (group) =>
        html`${group.title === '' ? nothing : html`<h3>${group.title}${group.scope === 'optional' ? html` <span class="badge optional">${words.optional}</span>` : nothing}</h3>`}
          <dl class="words">
            ${group.words.map(
              ({ ja, en }) =>
                html`<div>
                  <dt>${ja}${new2026.includes(ja) ? html` <span class="badge">${words.added}</span>` : nothing}</dt>
                  <dd class="muted" lang="en">${en}</dd>
                </div>`,
            )}
          </dl>`,
    )}
  </section>`;
}

export function plannedView(page: Page): TemplateResult {
  return html`<div class="planned">
    <p class="planned-note">
      <span class="codicon codicon-edit" aria-hidden="true"></span><span><strong>${words.plannedTitle}</strong> ${words.planned}</span>
    </p>
    ${page.sections.map(section)}
  </div>`;
}
