// Compares typed code: spaces and the kind of quotes do not matter, what stands inside quotes does.
const quotes = /["'“”‘’＂＇`]/;
const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/**
 * The form in which two pieces of code are compared. Outside quotes: no spaces but one between two words, full-width signs as ASCII.
 * Inside quotes every character counts. All quotes are alike.
 */
export function normaliseCode(code: string): string {
  let result = '';
  let inQuotes = false;
  let isApart = false;
  for (const raw of code.trim()) {
    if (quotes.test(raw)) {
      inQuotes = !inQuotes;
      result += '"';
    } else if (inQuotes) result += raw;
    else if (/\s/.test(raw)) isApart = true;
    else {
      const sign = raw.normalize('NFKC');
      result += (isApart && isWord(sign) && isWord(result.at(-1)) ? ' ' : '') + sign;
    }
    if (!/\s/.test(raw)) isApart = false;
  }
  return result;
}

/** Whether the typed text is one of those that count as right. */
export function isAccepted(typed: string, accept: readonly string[]): boolean {
  const normal = normaliseCode(typed);
  return accept.some((one) => normaliseCode(one) === normal);
}
