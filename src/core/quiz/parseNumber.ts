// Reads a number as people type it: full-width digits, Japanese minus signs, thousands separators, fractions, powers of ten, percent.

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const minusSigns = /[−–—‐‑‒﹣ーｰ]/g;

/** To ASCII: what the Japanese keyboard and mathematical notation write differently. */
function plain(text: string): string {
  return text
    .replace(
      /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (run) =>
        '^' +
        run
          .replace('⁻', '-')
          .replace('⁺', '')
          .replace(/[⁰-⁹¹²³]/g, (c) => String(superscripts.indexOf(c))),
    )
    .normalize('NFKC')
    .replace(minusSigns, '-')
    .replace(/[、]/g, ',')
    .replace(/[。]/g, '.')
    .replace(/[×*xX·]/g, '*')
    .replace(/[÷⁄]/g, '/');
}

/** Spaces that join nothing: beside signs, and between groups of three digits. Any other stands between two numbers, which are none together. */
const closed = (text: string): string =>
  text
    .trim()
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '');

const decimal = String.raw`(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)`;
/** A sign, digits and perhaps a power of ten: 1e-3, 1.2*10^-3, 10^3. */
const numberPattern = new RegExp(`^([+-]?)(?:(${decimal})(?:[eE]([+-]?\\d+)|\\*10\\^\\(?([+-]?\\d+)\\)?)?|10\\^\\(?([+-]?\\d+)\\)?)$`);

function parsePlain(text: string): number | null {
  const match = numberPattern.exec(text);
  if (!match) return null;
  const [, sign, digits, exponent, power, barePower] = match;
  const value = Number(`${(digits ?? '1').replace(/,/g, '').replace(/\.$/, '')}e${exponent ?? power ?? barePower ?? '0'}`);
  return sign === '-' ? -value : value;
}

/**
 * The number that `text` means, or null when it means none.
 * @param unit the unit that the question asks for; the learner may repeat it after the number
 */
export function parseNumber(text: string, unit?: string): number | null {
  // A fraction sign after a digit is a mixed number, which normalising would glue together: 1½ is not 11/2.
  if (/\d\s*[\u00bc-\u00be\u2150-\u215e]/.test(text)) return null;
  let rest = closed(plain(text)).replace(/^[=≈≒]/, '');
  const suffix = unit === undefined ? '' : closed(plain(unit));
  if (suffix !== '' && rest.endsWith(suffix)) rest = rest.slice(0, -suffix.length);
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1);

  const parts = rest.split('/').map(parsePlain);
  const [top = null, bottom = 1] = parts;
  if (parts.length > 2 || top === null || bottom === null) return null;
  const value = top / bottom / (percent ? 100 : 1);
  return Number.isFinite(value) ? value : null;
}

/** At most six significant digits and no trailing zeros, so that 0.1 + 0.2 reads 0.3; whole numbers in full, for 4194304 is not 4194300. */
export const showNumber = (value: number): string => String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(6)));
