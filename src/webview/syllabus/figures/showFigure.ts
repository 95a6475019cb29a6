// Brings a movable figure to life in its place: title, picture, native controls, and the result in words for everyone.
import { html, nothing, render } from 'lit';
import { live } from 'lit/directives/live.js';
import { figureNames } from '../../../core/syllabus/figures';
import { digits, type Control, type Values } from './figure';
import { figureTable } from './figureTable';
import { words } from './strings';

const decimals = ({ step }: Control): number => (step >= 1 ? 0 : step >= 0.1 ? 1 : 2);

/** How long a figure rests before a screen reader is told its result. */
const speakAfterMs = 400;

export function showFigure(slot: HTMLElement): void {
  const name = figureNames.find((known) => known === slot.dataset['figure']);
  if (name === undefined) return;
  const figure = figureTable[name];
  const start: Values = Object.fromEntries(figure.controls.map((control) => [control.key, control.start]));
  let values = start;
  let spoken = '';
  let timer = 0;
  let width = 0;

  function set(next: Values): void {
    values = next;
    draw();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      spoken = figure.says(values);
      draw();
    }, speakAfterMs);
  }
  function control(given: Control) {
    const value = values[given.key] ?? given.start;
    const change = (event: Event): void => {
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) set({ ...values, [given.key]: Number(target.value) });
    };
    if (given.options !== undefined)
      return html`<label class="control"
        ><span>${given.label}</span>
        <select .value=${live(String(value))} @change=${change}>
          ${given.options.map((option, at) => html`<option value=${at} ?selected=${at === value}>${option}</option>`)}
        </select>
      </label>`;
    return html`<label class="control"
      ><span>${given.label} <output class="number">${digits(value, decimals(given))}</output></span>
      <input type="range" min=${given.min} max=${given.max} step=${given.step} .value=${live(String(value))} @input=${change} />
    </label>`;
  }
  function draw(): void {
    const pristine = figure.controls.every(({ key, start: first }) => values[key] === first);
    render(
      html`<figure class="movable" data-name=${name ?? ''} role="group" aria-label=${figure.title}>
        <figcaption>${figure.title}</figcaption>
        <div class="picture" aria-hidden="true">${width === 0 ? nothing : figure.draw(values, width)}</div>
        <p class="result">${figure.says(values)}</p>
        <div class="controls">
          ${figure.controls.map(control)}
          <button class="button secondary" type="button" ?disabled=${pristine} @click=${() => set(start)}>${words.reset}</button>
        </div>
        <p class="visually-hidden" role="status">${spoken}</p>
      </figure>`,
      slot,
    );
  }

  draw();
  const picture = slot.querySelector('.picture');
  if (picture === null) return;
  /** At once rather than after the next layout, so that the page below does not move when the picture arrives. */
  const fit = (): void => {
    if (picture.clientWidth === width) return;
    width = picture.clientWidth;
    draw();
  };
  fit();
  new ResizeObserver(fit).observe(picture);
}
