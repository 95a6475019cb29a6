// Reads the strict XML of a drawing: elements, attributes and text, nothing else.

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** Counted from 0 at the first line. */
  readonly line: number;
}

/** A mistake in the XML; `line` counts from 0. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly line: number;
  constructor(what: string, line: number) {
    super(what);
    this.line = line;
  }
}

const token = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const attribute = /([A-Za-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** @throws XmlError when `source` is not one well-formed element */
export function readXml(source: string): XmlElement {
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length - 1;
  const root: { name: string; children: (XmlElement | string)[]; line: number } = { name: '', children: [], line: 0 };
  const open = [root];
  let at = 0;
  while (at < source.length) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) throw new XmlError(`“${source.slice(at, at + 20).split('\n')[0] ?? ''}” is not well-formed`, lineAt(at));
    const [text, close, name, attributes = '', empty] = match;
    const parent = open.at(-1) ?? root;
    if (name === undefined) {
      if (!text.startsWith('<!--') && (text.trim() !== '' || parent.name === 'text' || parent.name === 'tspan')) parent.children.push(text);
    } else if (close === '/') {
      if (open.length === 1 || parent.name !== name) throw new XmlError(`</${name}> closes nothing`, lineAt(at));
      open.pop();
    } else {
      const found = [...attributes.matchAll(attribute)].map(([, key = '', double, single]) => [key, double ?? single ?? ''] as const);
      const element = { name, attributes: new Map(found), children: [], line: lineAt(at) };
      if (element.attributes.size < found.length) throw new XmlError(`<${name}> has an attribute twice`, element.line);
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
    at = token.lastIndex;
  }
  const last = open.at(-1) ?? root;
  if (open.length > 1) throw new XmlError(`<${last.name}> is not closed`, last.line);
  const elements = root.children.filter((child) => typeof child !== 'string');
  const [only] = elements;
  if (only === undefined || elements.length !== 1 || root.children.length !== 1) throw new XmlError('a drawing is one <svg> element', 0);
  return only;
}
