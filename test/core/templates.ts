// Views without a browser: their modules loaded in English, and what their templates would write, as text.
import { nothing } from 'lit';

/** Loads modules of a page, which ask the document for its language while they are loaded. */
export async function inEnglish<T>(load: () => Promise<T>): Promise<T> {
  Object.defineProperty(globalThis, 'document', { configurable: true, value: { documentElement: { lang: 'en' } } });
  try {
    return await load();
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
  }
}

const isTemplate = (value: object): value is { readonly strings: readonly string[]; readonly values: readonly unknown[] } =>
  'strings' in value && 'values' in value;

/** The markup of a template with its values filled in. */
export function markup(value: unknown): string {
  if (value === undefined || value === null || value === nothing || typeof value === 'function') return '';
  if (Array.isArray(value)) return value.map(markup).join('');
  if (typeof value === 'object' && isTemplate(value))
    return value.strings
      .map((text, at) => text + (text.endsWith('=') ? `"${markup(value.values[at])}"` : markup(value.values[at])))
      .join('');
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new TypeError(`A ${typeof value} is nothing to write.`);
  return String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** What can be read of it, with single spaces. */
export const readable = (value: unknown): string =>
  markup(value)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
