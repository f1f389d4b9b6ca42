import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../program.ts';

/** A document of the project, by its path from the root. */
export interface MarkdownFile {
  readonly path: string;
  readonly text: string;
}

/** Every document that a reader finds: those at the root and those in `docs`. */
export function markdownFiles(): readonly MarkdownFile[] {
  return globSync(['*.md', 'docs/**/*.md'], { cwd: root })
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(root, path), 'utf8'),
    }))
    .toSorted((one, other) => one.path.localeCompare(other.path));
}

const fence = /^```.*?^```/gms;

/** The text of code in a document: blocks and spans. */
export function codeIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(fence)].map(([block]) => block);
  const spans = [...text.replaceAll(fence, '').matchAll(/(`+)(?!`)(.+?)\1(?!`)/gs)];
  return [...blocks, ...spans.map(([, , span = '']) => span)];
}

/** Where the links and images of a document lead, as they are written. */
export function linksIn(text: string): readonly string[] {
  return [...text.replaceAll(fence, '').matchAll(/\]\(([^()\s]+)\)/g)].map(
    ([, target = '']) => target,
  );
}

/** The scripts that code calls through npm. */
export function scriptsIn(code: string): readonly string[] {
  const calls = code.matchAll(
    /\bnpm(?: --prefix \S+)? (?:run(?: -\S+)* ([\w:-]+)|(start|stop|restart|test|t)\b)/g,
  );
  return [...calls].map(([, ran, named = '']) => ran ?? named);
}

/** The names that GitHub gives to the headings of a document, for links to them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.replaceAll(fence, '').matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, heading = '']) => anchorOf(heading)));
}

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
