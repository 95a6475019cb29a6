// The lab's “Export…” menu: files and a script from the host, pictures from the page itself.
import './takeAway.css';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { LabView, PictureFormat, TakeAway, ToLabHost } from '../../protocol/maml';
import type { Bridge } from '../shared/bridge';
import { fill } from '../shared/words';
import { nameOf, picturesOf, pngBase64, svgText } from './picture';
import { takeAwayWords as words } from './takeAwayStrings';

type Lab = Pick<Bridge<ToLabHost>, 'post'>;

/** Names are cut to what the protocol takes. */
const LONGEST_NAME = 300;

async function send(lab: Lab, svg: SVGSVGElement, format: PictureFormat): Promise<void> {
  const data = format === 'svg' ? svgText(svg).text : await pngBase64(svg);
  lab.post({ type: 'picture', format, name: nameOf(svg).slice(0, LONGEST_NAME), data });
}

const page = (): ParentNode => document.querySelector('main') ?? document;

/** Sends the page's first drawing, or says that there is none. */
export async function sendPicture(lab: Lab, format: PictureFormat): Promise<void> {
  // Drawings that know their width come after the page that has just been built.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const [first] = picturesOf(page());
  if (first === undefined) lab.post({ type: 'noPicture' });
  else await send(lab, first, format);
}

/** Opened by a click, Enter or Space; closed by Escape, a choice, or leaving it. What can be taken is looked up upon opening. */
export class TakeAwayElement extends LitElement {
  static override readonly properties = { lab: { attribute: false }, pictures: { state: true } };
  declare lab: Lab | undefined;
  declare pictures: readonly SVGSVGElement[];

  constructor() {
    super();
    this.pictures = [];
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !this.contains(relatedTarget)) this.#close();
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#details?.open !== true) return;
      event.stopPropagation();
      this.#close();
      this.querySelector('summary')?.focus();
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get #details(): HTMLDetailsElement | null {
    return this.querySelector('details');
  }

  #close(): void {
    this.#details?.removeAttribute('open');
  }

  #take(what: TakeAway, label: string): TemplateResult {
    const chosen = () => {
      this.#close();
      this.lab?.post({ type: 'takeAway', what });
    };
    return html`<button type="button" class="button quiet" @click=${chosen}>${label}</button>`;
  }

  #picture(svg: SVGSVGElement): TemplateResult {
    const button = (format: PictureFormat) => {
      const name = format.toUpperCase();
      const chosen = () => {
        this.#close();
        if (this.lab !== undefined) void send(this.lab, svg, format);
      };
      return html`<button type="button" class="button quiet" aria-label=${fill(words.pictureAs, nameOf(svg), name)} @click=${chosen}>
        ${name}
      </button>`;
    };
    return html`<div class="picture"><span title=${nameOf(svg)}>${nameOf(svg)}</span>${button('svg')}${button('png')}</div>`;
  }

  protected override render(): TemplateResult {
    const opened = ({ target }: Event) => {
      if (target instanceof HTMLDetailsElement && target.open) this.pictures = picturesOf(page());
    };
    const group = (title: string, rows: unknown) =>
      html`<div role="group" aria-label=${title}>
        <p class="muted">${title}</p>
        ${rows}
      </div>`;
    return html`<details class="take-away" @toggle=${opened}>
      <summary class="button secondary"><i class="codicon codicon-export" aria-hidden="true"></i>${words.menu}</summary>
      <div class="menu">
        ${group(words.again, [this.#take('script', words.script), this.#take('link', words.link)])}
        ${group(words.files, [
          this.#take('json', words.json),
          this.#take('evaluationCsv', words.evaluationCsv),
          this.#take('metaLossCsv', words.metaLossCsv),
        ])}
        ${
          this.pictures.length === 0
            ? nothing
            : group(
                words.pictures,
                this.pictures.map((svg) => this.#picture(svg)),
              )
        }
      </div>
    </details>`;
  }
}

customElements.define('lab-take-away', TakeAwayElement);

/** Offered once there is something to take. */
export const takeAwayMenu = ({ evaluation }: LabView, lab: Lab): TemplateResult | typeof nothing =>
  evaluation === null ? nothing : html`<lab-take-away .lab=${lab}></lab-take-away>`;
