// A picture's numbers as a table, folded away, and made only once it is unfolded: pictures change with every step.
import { html, LitElement, nothing, type TemplateResult } from 'lit';

class FoldedTable extends LitElement {
  static override readonly properties = { summary: { attribute: false }, table: { attribute: false }, open: { state: true } };
  declare summary: string;
  declare table: () => TemplateResult;
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const toggled = ({ target }: Event) => {
      if (target instanceof HTMLDetailsElement) this.open = target.open;
    };
    return html`<details class="as-table" @toggle=${toggled}>
      <summary>${this.summary}</summary>
      ${this.open ? this.table() : nothing}
    </details>`;
  }
}

customElements.define('lab-folded-table', FoldedTable);

/** `table` folded away below `summary`. */
export const foldedTable = (summary: string, table: () => TemplateResult): TemplateResult =>
  html`<lab-folded-table .summary=${summary} .table=${table}></lab-folded-table>`;
