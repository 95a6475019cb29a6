// Picks the strings table of the interface's language; both languages have every key, which the compiler checks.

/** A strings table: the same keys in English and Japanese. */
export interface Words<T extends Record<string, string>> {
  readonly en: T;
  readonly ja: { readonly [K in keyof T]: string };
}

/** The language in which the host opened the page. */
export const language = (): 'en' | 'ja' => (document.documentElement.lang === 'ja' ? 'ja' : 'en');

/** The table of the language in which the host opened the page. */
export function wordsOf<T extends Record<string, string>>(words: Words<T>): { readonly [K in keyof T]: string } {
  return words[language()];
}

/** Fills `{0}`, `{1}`… in a string of the table. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
