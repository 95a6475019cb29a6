// Collects everything that is wrong with the content, each with its file, line and remedy, so that one run shows all of it.

/** Notes a mistake: where, what is wrong, and what the author should do; both texts are whole sentences. */
export type Report = (line: number, what: string, remedy: string) => void;

export interface Problems {
  /** The reporter of one file, named as the author sees it (relative to the root). */
  in(file: string): Report;
  /** "file:line: what is wrong. Remedy." in the order of files and lines. */
  list(): string[];
}

export function createProblems(): Problems {
  const found: { readonly file: string; readonly line: number; readonly text: string }[] = [];
  return {
    in: (file) => (line, what, remedy) => void found.push({ file, line, text: `${file}:${line}: ${what} ${remedy}` }),
    list: () =>
      [...found]
        .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
        .map((problem) => problem.text)
        .filter((text, index, all) => all.indexOf(text) === index),
  };
}
