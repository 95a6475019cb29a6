// A drawing of the page as a file: a copy of its SVG with every colour and font that the theme gives it written into it, or that as PNG.

/** What of a computed style shows in a drawing; each is an SVG presentation attribute of the same name. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'shape-rendering',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
/** Between the drawing and its legend, and between the lines of the legend. */
const LEGEND_LINE = 20;
const MARGIN = 10;
/** Pixels of a PNG for each of the page's. */
const SHARPNESS = 2;

/** The drawings on the page that can be seen, in the order of the page. */
export const picturesOf = (root: ParentNode): SVGSVGElement[] =>
  [...root.querySelectorAll<SVGSVGElement>('svg[role="img"]')].filter((svg) => svg.getClientRects().length > 0);

export const nameOf = (svg: SVGSVGElement): string => svg.getAttribute('aria-label') ?? '';

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A deep copy that looks the same anywhere: styles as attributes, no classes, nothing that is hidden. */
function inlined(source: Element): Element {
  const copy = source.cloneNode(false);
  if (!(copy instanceof Element)) throw new TypeError('An element was copied into something else.');
  for (const name of ['class', 'style', 'tabindex', 'aria-hidden', 'aria-label', 'role']) copy.removeAttribute(name);
  const style = getComputedStyle(source);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== '') copy.setAttribute(property, value);
  }
  for (const child of source.childNodes) {
    if (child instanceof Element && getComputedStyle(child).display !== 'none') copy.append(inlined(child));
    else if (child instanceof Text && source instanceof SVGTextContentElement) copy.append(child.textContent?.trim() ?? '');
  }
  return copy;
}

/** Entries of the legend that follows the drawing, each a small drawing and its words. */
function legendOf(svg: SVGSVGElement): HTMLElement[] {
  const next = svg.closest('lab-drawing')?.nextElementSibling;
  return next instanceof HTMLElement && next.matches('ul.legend') ? [...next.querySelectorAll('li')] : [];
}

/** The drawing with its background, its name and its legend, as the text of an SVG file. */
export function svgText(svg: SVGSVGElement): { readonly text: string; readonly width: number; readonly height: number } {
  const { width, height: drawn } = svg.getBoundingClientRect();
  const entries = legendOf(svg);
  const height = Math.ceil(drawn + (entries.length > 0 ? MARGIN + entries.length * LEGEND_LINE : 0));
  const body = getComputedStyle(document.body);
  const whole = make('svg', { xmlns: SVG, width: Math.ceil(width), height, viewBox: `0 0 ${Math.ceil(width)} ${height}`, role: 'img' });
  const title = make('title', {});
  title.textContent = nameOf(svg);
  const picture = inlined(svg);
  whole.append(title, make('rect', { width: '100%', height: '100%', fill: body.backgroundColor }), picture);
  entries.forEach((entry, index) => {
    const y = drawn + MARGIN / 2 + index * LEGEND_LINE;
    const sample = entry.querySelector('svg');
    const label = make('text', {
      x: 56,
      y: y + 11,
      fill: body.color,
      'font-family': body.fontFamily,
      'font-size': getComputedStyle(entry).fontSize,
    });
    label.textContent = entry.textContent?.trim() ?? '';
    if (sample !== null) {
      const place = make('g', { transform: `translate(${MARGIN} ${y})` });
      place.append(inlined(sample));
      whole.append(place);
    }
    whole.append(label);
  });
  return { text: new XMLSerializer().serializeToString(whole), width: Math.ceil(width), height };
}

/** The drawing as PNG, in base64. */
export async function pngBase64(svg: SVGSVGElement): Promise<string> {
  const { text, width, height } = svgText(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace('data:image/png;base64,', '');
}
