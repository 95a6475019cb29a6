// How the search reads text: one form for all widths, cases and kana, words for Latin letters, pairs of signs for Japanese.

/** Half-width becomes full, full-width Latin becomes plain, capitals small, katakana hiragana: ﾒﾀ, メタ and めた are one. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

const latin = /[a-z0-9\u00c0-\u024f\u0370-\u03ff]+/;
const runs = /[a-z0-9\u00c0-\u024f\u0370-\u03ff]+|[\u3041-\u309f\u30fc\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]+/g;

/**
 * What is typed, in the same form. A long vowel at the end of a word of three signs or more is written by some and not by others: it is left out,
 * so that エンコーダー finds エンコーダ, as エンコーダ finds エンコーダー anyhow.
 */
export const foldQuery = (text: string): string =>
  foldText(text).replace(runs, (run) => run.replace(/([\u3041-\u3096\u30fc]{2})\u30fc$/, '$1'));

/** Whether a token is a Latin word (or number), of which a beginning is enough to find it. */
export const isLatin = (token: string): boolean => latin.test(token);

/** Tokens of a text for the index: words, the pairs of each Japanese run, and its last sign, so that single signs are found by prefix. */
export function indexTokens(text: string): string[] {
  return (foldText(text).match(runs) ?? []).flatMap((run) =>
    isLatin(run) ? [run] : [...Array.from(run.slice(1), (sign, at) => run[at]! + sign), run.at(-1)!],
  );
}

/** Tokens of what is typed: as for the index, but a single sign only where it stands alone. */
export function queryTokens(text: string): string[] {
  return (foldQuery(text).match(runs) ?? []).flatMap((run) =>
    isLatin(run) || run.length === 1 ? [run] : Array.from(run.slice(1), (sign, at) => run[at]! + sign),
  );
}
