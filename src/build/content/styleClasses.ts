// Turns the inline styles of rendered formulas into classes, because the pages' content policy forbids inline styles.

export interface StyleClasses {
  /** Replaces every style attribute in `html` by classes. */
  strip(html: string): string;
  /** The style sheet of all classes handed out so far. */
  css(): string;
}

/** A class name that follows from the declaration alone, so that a rebuild changes nothing: `top:-3.2em` → `s-top_-3p2em`. */
const className = (declaration: string): string =>
  `s-${declaration.replace(/[^a-z0-9-]/gi, (sign) => (sign === ':' ? '_' : sign === '.' ? 'p' : `x${sign.charCodeAt(0).toString(16)}`))}`;

export function createStyleClasses(): StyleClasses {
  const classes = new Map<string, string>();
  const nameOf = (declaration: string): string => {
    const name = className(declaration);
    classes.set(name, declaration);
    return name;
  };
  return {
    strip: (html) =>
      html.replace(/<[a-z][^>]* style="[^"]*"[^>]*>/g, (tag) => {
        const style = / style="([^"]*)"/.exec(tag)?.[1] ?? '';
        const names = style
          .split(';')
          .map((declaration) => declaration.replace(/\s+/g, ''))
          .filter((declaration) => declaration !== '')
          .map(nameOf)
          .join(' ');
        const bare = tag.replace(/ style="[^"]*"/, '');
        if (names === '') return bare;
        return / class="/.test(bare)
          ? bare.replace(/ class="([^"]*)"/, ` class="$1 ${names}"`)
          : bare.replace(/^<([a-z]+)/, `<$1 class="${names}"`);
      }),
    css: () =>
      [...classes]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, declaration]) => `.${name}{${declaration}!important}`)
        .join('\n'),
  };
}
