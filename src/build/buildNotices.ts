// Writes the notices of everything by others that ships in dist: found by asking the bundler what it put in, not by a list.
import fs from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { openFontLicence } from './openFontLicence';

/** Shipped without passing through the bundler: the kernel's runtime and the page styles that the content compiler copies. */
const alsoShipped = ['assemblyscript', 'katex'];

/** A work with its own terms inside a package. */
const parts: Readonly<Record<string, { readonly name: string; readonly licence: string; readonly text: string }>> = {
  katex: {
    name: 'KaTeX fonts',
    licence: 'OFL-1.1',
    text: `Copyright (c) 2009-2010, Design Science, Inc. (<www.mathjax.org>)\nCopyright (c) 2014-2018 Khan Academy (<www.khanacademy.org>),\nwith Reserved Font Names beginning with KaTeX_.\n\n${openFontLicence}`,
  },
};

/** The folder of the package that a bundled file belongs to, relative to the root; none for one that the bundler has put a stub for. */
function packageFolder(file: string): string | undefined {
  return /^((?!\(disabled\)).*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.split(path.sep).join('/'))?.[1];
}

/** The folders of all packages that contribute at least one byte to the bundles. */
function bundledFolders(bundles: readonly Metafile[]): string[] {
  const inputs = bundles.flatMap(({ outputs }) => Object.values(outputs).flatMap((output) => Object.entries(output.inputs)));
  return inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? (packageFolder(file) ?? []) : []));
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

/** The licence texts that a package carries; Apache packages without one get the standard text. */
function licenceText(root: string, folder: string, manifest: Manifest): string {
  const files = fs
    .readdirSync(path.join(root, folder))
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort();
  if (files.length > 0) return files.map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8').trim()).join('\n\n');
  const author = typeof manifest.author === 'string' ? manifest.author : (manifest.author?.name ?? `the authors of ${manifest.name}`);
  if (manifest.license !== 'Apache-2.0')
    return `Copyright (c) ${author}. Licensed under ${manifest.license ?? 'terms that its package does not state'}.`;
  const standard = fs.readFileSync(path.join(root, 'node_modules', 'assemblyscript', 'LICENSE'), 'utf8');
  const apache = standard.slice(0, standard.indexOf('END OF TERMS AND CONDITIONS'));
  return `Copyright (c) ${author}\n\n${apache.trimEnd()}\n`;
}

/**
 * Writes the notices of what went into `bundles` to `outFile`.
 * @throws Error naming the package when it states no licence
 */
export function buildNotices(root: string, outFile: string, bundles: readonly Metafile[]): void {
  const folders = new Set([...bundledFolders(bundles), ...alsoShipped.map((name) => `node_modules/${name}`)]);
  const notices = [...folders].map((folder) => {
    const manifest = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;
    if (manifest.license === undefined) throw new Error(`${folder} states no licence: look it up before shipping it.`);
    const part = parts[manifest.name];
    return [
      { name: `${manifest.name} ${manifest.version}`, licence: manifest.license, text: licenceText(root, folder, manifest) },
      ...(part === undefined ? [] : [part]),
    ];
  });
  const sorted = notices.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
  const rule = '-'.repeat(80);
  const head = `This extension contains work by others, under the terms below.\n\n${sorted.map(({ name, licence }) => `- ${name} (${licence})`).join('\n')}\n`;
  fs.writeFileSync(
    outFile,
    [head, ...sorted.map(({ name, licence, text }) => `${rule}\n${name} (${licence})\n${rule}\n\n${text.trim()}\n`)].join('\n'),
  );
}
