// Laws of the pages: colours come from the theme, words from the strings tables.
import assert from 'node:assert/strict';
import ts from 'typescript';
import { filesBelow, places, read } from './sourceTree';

const pages = filesBelow('src/webview', '.ts').filter((file) => !file.endsWith('.d.ts'));
const styles = filesBelow('src/webview', '.css');
const COLOUR =
  /#[0-9a-fA-F]{3,8}\b(?!['"]?\))|\b(rgb|rgba|hsl|hsla|hwb|lab|lch|oklch)\(|:\s*(white|black|red|green|blue|orange|yellow|gray|grey)\b/;

describe('the pages', () => {
  it('take every colour from the theme', () => {
    const bad = styles.flatMap((file) =>
      read(file)
        .split('\n')
        .map((line, i) => ({ line, at: `${file}:${i + 1}` }))
        .filter(({ line }) => COLOUR.test(line)),
    );
    assert.deepEqual(bad, []);
    const literal = (node: ts.Node) => ts.isStringLiteralLike(node) && /^#[0-9a-fA-F]{3,8}$|^(rgb|hsl)a?\(/.test(node.text);
    assert.deepEqual(
      pages.flatMap((file) => places(file, literal)),
      [],
    );
  });

  it('never build HTML from strings', () => {
    assert.deepEqual(
      pages.filter((file) => /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/.test(read(file))),
      [],
    );
  });

  it('take every word from the strings tables', () => {
    const words = /[\p{L}]{2,}/u;
    const bad = pages.flatMap((file) =>
      places(file, (node) => {
        if (!ts.isTaggedTemplateExpression(node) || !['html', 'svg'].includes(node.tag.getText())) return false;
        const text = ts.isNoSubstitutionTemplateLiteral(node.template)
          ? node.template.text
          : [node.template.head.text, ...node.template.templateSpans.map(({ literal }) => literal.text)].join('\u0000');
        const between = text.replace(/<[^>]*>/g, '\u0001').replace(/^[^\u0001<]*>|<[^>]*$/g, '');
        const attributes = /\b(aria-label|title|alt|placeholder)="[^"\u0000]*\p{L}{2,}/u;
        return between.split(/[\u0000\u0001]/).some((part) => words.test(part.replace(/&\w+;/g, ''))) || attributes.test(text);
      }),
    );
    assert.deepEqual(bad, []);
  });

  it('give a class its look in one file of a page, so that no part of it dresses another by accident', () => {
    const shared = styles.filter((file) => file.startsWith('src/webview/shared/'));
    for (const page of new Set(styles.map((file) => file.split('/')[2]!))) {
      const home = new Map<string, Set<string>>();
      for (const file of [...shared, ...styles.filter((one) => one.startsWith(`src/webview/${page}/`))]) {
        const rules = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
        for (const [, selectors = ''] of rules.matchAll(/([^{}]+)\{/g))
          for (const selector of selectors.split(',')) {
            const name = /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1];
            if (name !== undefined) home.set(name, (home.get(name) ?? new Set()).add(file));
          }
      }
      assert.deepEqual(
        [...home].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files]),
        [],
        page,
      );
    }
  });
});
