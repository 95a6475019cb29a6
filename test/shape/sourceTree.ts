// Reads the source tree for the shape test: files, their imports (type-only ones too) and their syntax.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = process.cwd();

/** Paths below `folder`, relative to the root with forward slashes, that end in one of `endings`. */
export function filesBelow(folder: string, ...endings: string[]): string[] {
  const absolute = path.join(ROOT, folder);
  if (!fs.existsSync(absolute)) return [];
  return fs
    .readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && !file.includes('node_modules'))
    .sort();
}

export const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');

export interface Import {
  readonly from: string;
  /** A file of ours (relative to the root), or the package's name. */
  readonly to: string;
}

/** Every import of a file, dynamic and type-only ones included, with relative ones resolved. */
export function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(read(file), true, true);
  return importedFiles.map(({ fileName }) => ({ from: file, to: fileName.startsWith('.') ? resolve(file, fileName) : fileName }));
}

function resolve(from: string, specifier: string): string {
  const target = path.posix.join(path.posix.dirname(from), specifier);
  return (
    [target, `${target}.ts`].find((candidate) => fs.existsSync(path.join(ROOT, candidate)) && path.posix.extname(candidate) !== '') ??
    target
  );
}

export function syntaxOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
}

/** All nodes of a file for which `found` holds, as "file:line". */
export function places(file: string, found: (node: ts.Node) => boolean): string[] {
  const source = syntaxOf(file);
  const result: string[] = [];
  const visit = (node: ts.Node): void => {
    if (found(node)) result.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return result;
}

/** The shortest import cycle through each file that lies on one. */
export function cycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const finished = new Set<string>();
  const visit = (node: string, trail: string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) return void found.add([...trail.slice(at), node].join(' → '));
    if (finished.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...trail, node]);
    finished.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return [...found];
}
