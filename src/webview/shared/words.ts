// Picks the strings table of the interface's language; both languages have every key, which the compiler checks.

/** A strings table: the same keys in English and Japanese. */
export interface Words<T extends Record<string, string>> {
  readonly en: T;
  readonly ja: { readonly [K in keyof T]: string };
}

/** The table of the language in which the host opened the page. */
export function wordsOf<T extends Record<string, string>>(words: Words<T>): { readonly [K in keyof T]: string } {
  return document.documentElement.lang === 'ja' ? words.ja : words.en;
}

/** Fills `{0}`, `{1}`… in a string of the table. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
