// Turns a ```svg fence into a figure: only drawing elements, only theme colours, and a title that says what is to be seen.
import { quantityClasses } from './quantities';
import type { Rendering } from './rendering';
import { XmlError, readXml, type XmlElement } from './xml';

const elements = [
  'svg',
  'g',
  'defs',
  'title',
  'desc',
  'path',
  'line',
  'polyline',
  'polygon',
  'rect',
  'circle',
  'ellipse',
  'text',
  'tspan',
  'marker',
  'use',
  'clipPath',
];

const attributes = [
  ...[
    'class',
    'id',
    'role',
    'viewBox',
    'width',
    'height',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'd',
    'points',
    'dx',
    'dy',
    'transform',
    'href',
  ],
  ...[
    'fill',
    'stroke',
    'color',
    'opacity',
    'fill-opacity',
    'stroke-opacity',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-linejoin',
    'fill-rule',
  ],
  ...['font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'textLength', 'lengthAdjust', 'letter-spacing'],
  ...[
    'marker-start',
    'marker-mid',
    'marker-end',
    'markerWidth',
    'markerHeight',
    'markerUnits',
    'refX',
    'refY',
    'orient',
    'clip-path',
    'preserveAspectRatio',
    'xmlns',
  ],
  ...['aria-hidden', 'aria-label', 'aria-labelledby', 'vector-effect', 'paint-order'],
];

/** Paint that follows the theme; a colour of its own would vanish in one theme or another. */
const paint = /^(none|currentColor|inherit|transparent|context-stroke|context-fill|var\(--[a-z][\w-]*\)|url\(#[\w-]+\))$/;
const painted = ['fill', 'stroke', 'color'];

const escapeXml = (text: string): string =>
  text
    .replace(/&(?!(amp|lt|gt|quot|#\d+);)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** @param firstLine of the drawing in the text, counted from 0 */
export function renderFigure(source: string, firstLine: number, rendering: Rendering): string {
  const { report } = rendering;
  rendering.figures += 1;
  const prefix = `figure-${rendering.figures}-`;

  function write(element: XmlElement): string {
    const wrong = (what: string, remedy: string): void => report(firstLine + element.line, what, remedy);
    if (!elements.includes(element.name)) {
      wrong(`A figure has no <${element.name}>.`, `Use ${elements.join(', ')}.`);
      return '';
    }
    let written = '';
    for (const [name, given] of element.attributes) {
      if (!attributes.includes(name)) {
        const remedy =
          name === 'style' || name.startsWith('on')
            ? 'Pages allow neither inline styles nor scripts: use a class or an attribute.'
            : 'Remove it.';
        wrong(`<${element.name}> has the attribute “${name}”.`, remedy);
        continue;
      }
      if (painted.includes(name) && !paint.test(given)) {
        wrong(
          `${name}="${given}" is a colour that does not follow the theme.`,
          'Use currentColor, none, var(--c-theta) and its kin, or a class.',
        );
      }
      if (name === 'href' && !given.startsWith('#'))
        wrong(`href="${given}" leads out of the figure.`, 'Refer to an id of the same figure.');
      const unknown = name === 'class' ? given.split(/\s+/).filter((word) => !quantityClasses.includes(word)) : [];
      if (unknown.length > 0) wrong(`The class “${unknown.join(' ')}” has no colour.`, `Use ${quantityClasses.join(', ')}.`);
      if (name === 'xmlns') continue;
      const value = given.replace(/url\(#([\w-]+)\)/g, `url(#${prefix}$1)`);
      const id =
        name === 'id' || name === 'aria-labelledby' || name === 'href'
          ? value.replace(/#?([\w-]+)/g, (all, word: string) => all.replace(word, prefix + word))
          : value;
      written += ` ${name}="${escapeXml(id)}"`;
    }
    const inside = element.children.map((child) => (typeof child === 'string' ? escapeXml(child) : write(child))).join('');
    return inside === '' ? `<${element.name}${written}/>` : `<${element.name}${written}>${inside}</${element.name}>`;
  }

  try {
    const svg = readXml(source.trim());
    const title = svg.children.find((child) => typeof child !== 'string' && child.name === 'title');
    if (svg.name !== 'svg') report(firstLine, `The figure begins with <${svg.name}>.`, 'Begin with <svg viewBox="0 0 640 320">.');
    if (!svg.attributes.has('viewBox'))
      report(firstLine, 'The figure has no viewBox.', 'Add viewBox="0 0 width height", so that it scales.');
    if (typeof title !== 'object' || title.children.length === 0)
      report(firstLine, 'The figure has no title.', 'Add <title> as the first element: what is to be seen, in a sentence.');
    const accessible = new Map([...svg.attributes].filter(([name]) => name !== 'width' && name !== 'height')).set('role', 'img');
    const width = svg.attributes.get('viewBox')?.split(/[\s,]+/)[2] ?? '640';
    return `<figure class="figure ${Number(width) > 480 ? 'wide' : 'small'}">${write({ ...svg, attributes: accessible })}</figure>\n`;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    report(firstLine + error.line, `The figure is not sound XML: ${error.message}.`, 'Close every element and quote every attribute.');
    return '';
  }
}
