// Puts the movable figures of the table where they belong in a note's text, unless the note has placed them itself.
import { figurePlacements } from '../../core/syllabus/figures';

/** The place in a text that the page fills with a movable figure. */
export const figureSlot = (name: string): string => `<div class="slot" data-figure="${name}"></div>\n`;

/** The section that works an example by hand: where a figure goes when its own section is missing. */
const fallbackAnchors = ['by-hand', 'how', 'how-it-works'];

/** Where the section of a heading ends: at the next heading of its level or above, or at the end of the text. */
function endOfSection(html: string, anchor: string): number | undefined {
  const start = new RegExp(`<h([23]) id="${anchor}"`).exec(html);
  if (start === null) return undefined;
  const rest = html.slice(start.index + 1);
  const next = rest.search(start[1] === '2' ? /<h2 / : /<h[23] /);
  return next < 0 ? html.length : start.index + 1 + next;
}

export function placeFigures(html: string, slug: string): string {
  return (figurePlacements[slug] ?? []).reduce((text, { figure, after }) => {
    if (text.includes(figureSlot(figure).trim())) return text;
    const at = [after, ...fallbackAnchors].map((anchor) => endOfSection(text, anchor)).find((place) => place !== undefined);
    return at === undefined ? text : text.slice(0, at) + figureSlot(figure) + text.slice(at);
  }, html);
}
