/** What a piece of code prints, held against what its author says that it prints. */

const lines = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());

/** Comments may begin with the number of a remark, (1), and end with a remark after ←; columns may be aligned. */
const plain = (text: string): string =>
  text
    .replace(/^\(\d+\)\s+/, '')
    .replace(/←.*/, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The output stands either in the block of text right below the code, or line by line, in its order, in comments of the code.
 * @param block the block of text below, undefined where there is none
 * @returns what is wrong, or undefined
 */
export function wronglyStated(printed: string, comments: readonly string[], block: string | undefined): string | undefined {
  if (block !== undefined)
    return lines(printed).join('\n') === lines(block).join('\n')
      ? undefined
      : `The code prints\n${printed}The block below it says\n${block}`;
  if (printed.trim() === '') return undefined;
  let from = 0;
  for (const line of lines(printed)) {
    const at = comments.findIndex((comment, index) => index >= from && plain(comment) === plain(line));
    if (at < 0) return `The code prints “${line}”, and no comment in its place says so: ${comments.slice(from).join(' | ')}`;
    from = at + 1;
  }
  return undefined;
}
