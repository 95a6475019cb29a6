// An experiment as the query of a link: every setting by name, readable, and checked as anything from outside when it comes back.
import { decodeSettings, DEFAULT_SETTINGS, faulty, type Settings } from '../settings';

/** Path of such a link. */
export const LAB_PATH = '/lab';
/** Longer than any link of ours, short enough to refuse at once. */
const LONGEST = 2000;

const text = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(',') : String(value));

/** `family=sinusoid&algorithm=maml&…`: all settings, so that a link keeps its meaning when a default changes. Needs no escaping. */
export function encodeLabQuery(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${text(value)}`)
    .join('&');
}

/** A number as `String` writes it; nothing else, so that no setting has two spellings. */
function numberOf(key: string, written: string): number {
  const value = Number(written);
  const shown = written.slice(0, 40);
  if (written.trim() === '' || Number.isNaN(value))
    throw faulty(`“${key}” is “${shown}” in the link; it must be a number.`, 'linkNumber', key, shown);
  return value;
}

function valueOf(key: string, written: string, example: unknown): unknown {
  if (typeof example === 'number') return numberOf(key, written);
  if (Array.isArray(example)) return written === '' ? [] : written.split(',').map((part) => numberOf(key, part));
  return written;
}

/**
 * The settings of a link's query.
 * @param query already free of percent-escapes
 * @throws SettingsError naming what is wrong with it
 */
export function decodeLabQuery(query: string): Settings {
  if (query.length > LONGEST)
    throw faulty(`The link has ${query.length} characters; at most ${LONGEST} are read.`, 'linkLong', query.length, LONGEST);
  const given = new Map<string, unknown>();
  const examples = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  for (const part of query.split('&').filter((piece) => piece !== '')) {
    const [key, ...rest] = part.split('=');
    const name = key!.slice(0, 40);
    if (given.has(name)) throw faulty(`“${name}” stands in the link twice.`, 'linkTwice', name);
    given.set(name, valueOf(name, rest.join('='), examples.get(name)));
  }
  if (given.size === 0) throw faulty('The link carries no settings.', 'linkEmpty');
  return decodeSettings(Object.fromEntries(given));
}

/**
 * The settings of a whole link as pasted, whatever application it was copied from.
 * @throws SettingsError when it is no link to a lab of `extensionId`, or its settings are wrong
 */
export function decodeLabLink(link: string, extensionId: string): Settings {
  const match = /^\s*[a-z][\w+.-]*:\/\/([^/?#\s]+)(\/[^?#\s]*)\?([^#\s]*)(?:#\S*)?\s*$/i.exec(link.slice(0, LONGEST + 200));
  if (match === null || match[1]!.toLowerCase() !== extensionId.toLowerCase() || match[2] !== LAB_PATH) {
    const example = `vscode://${extensionId}${LAB_PATH}?family=…`;
    throw faulty(`This is not a link to the lab. Such a link looks like ${example}`, 'notLink', example);
  }
  return decodeLabQuery(unescaped(match[3]!));
}

function unescaped(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    throw faulty('The link is damaged: it has a “%” that stands for nothing.', 'linkDamaged');
  }
}
