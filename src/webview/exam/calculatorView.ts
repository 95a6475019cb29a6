// The calculator beside the exam: one line to type in, keys for the mouse, and the results so far.
import { html, nothing, type TemplateResult } from 'lit';
import { calculate, showResult } from '../../core/quiz/calculator';
import { fill } from '../shared/words';
import { words } from './strings';

interface Line {
  readonly text: string;
  readonly value: number;
}

const keys = ['7', '8', '9', '÷', '(', '4', '5', '6', '×', ')', '1', '2', '3', '-', '^', '0', '.', 'ans', '+', '√('] as const;
const keptLines = 4;

/** Keeps its lines as long as the page lives. @param redraw called after every change */
export function createCalculator(redraw: () => void): () => TemplateResult {
  let lines: readonly Line[] = [];
  let text = '';
  let trouble = '';

  function change(next: string): void {
    text = next;
    trouble = '';
    redraw();
  }

  function work(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    if (text.trim() === '') return;
    const result = calculate(text, lines.at(-1)?.value ?? 0);
    if ('column' in result) trouble = result.column === 0 ? words.calculatorImpossible : fill(words.calculatorWrong, result.column);
    else {
      lines = [...lines, { text, value: result.value }].slice(-keptLines);
      text = '';
      trouble = '';
    }
    redraw();
  }

  const typed = (event: Event) => event.target instanceof HTMLInputElement && change(event.target.value);

  return () =>
    html`<form class="calculator" @submit=${work}>
      <ol class="lines number" aria-live="polite">
        ${lines.map((line) => html`<li><span class="muted">${line.text}</span> <b>= ${showResult(line.value)}</b></li>`)}
      </ol>
      <label class="visually-hidden" for="calculation">${words.calculation}</label>
      <input
        id="calculation"
        type="text"
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        aria-describedby="calculation-hint"
        aria-invalid=${trouble !== ''}
        .value=${text}
        @input=${typed}
      />
      ${trouble === '' ? nothing : html`<p class="notice" role="alert">${trouble}</p>`}
      <div class="pad">
        ${keys.map((key) => html`<button type="button" class="button quiet" @click=${() => change(text + key)}>${key}</button>`)}
        <button type="submit" class="button secondary">=</button>
      </div>
      <p id="calculation-hint" class="muted">${words.calculatorHint}</p>
    </form>`;
}
