// Writes the style sheet of formulas: KaTeX's own (with one font format) and the classes that stand for its inline styles.
import fs from 'node:fs';
import path from 'node:path';

/** @param file where the sheet will lie; fonts are named relative to it, so that the bundler finds them */
export function mathCss(root: string, file: string, classes: string): string {
  const katex = path.join(root, 'node_modules', 'katex', 'dist');
  const fonts = path.relative(path.dirname(file), path.join(katex, 'fonts')).split(path.sep).join('/');
  const sheet = fs
    .readFileSync(path.join(katex, 'katex.css'), 'utf8')
    .replace(/src:\s*url\(fonts\/([\w-]+\.woff2)\)[^;]*;/g, (_, font: string) => `src: url(${fonts}/${font}) format("woff2");`);
  if (/url\(fonts\//.test(sheet))
    throw new Error('The style sheet of KaTeX names its fonts in a new way: correct src/build/content/mathCss.ts.');
  return `${sheet}\n${classes}\n`;
}
