/**
 * `node tools/setup.mjs tools/shipped.ts`: whether the builds bring their protection along, and show nothing that they must not: a live build
 * no part of the simulated Azure, and nothing of its sources.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { type BuildMode, metaCsp } from './csp.ts';
import { root } from './program.ts';
import { deploymentFiles } from './vite/deployment.ts';

/** The texts of the files of a build by their paths. */
type Files = ReadonlyMap<string, string>;

/**
 * Text that only the simulated Azure contains. A live build must have none of it, and a demo build
 * all of it: a marker that is found nowhere would prove nothing.
 */
const MARKERS = ['mockServiceWorker', '[MSW]', 'testVM_OsDisk', 'nothing here is real'];

export const markersIn = (files: Files): readonly string[] =>
  MARKERS.filter((marker) => [...files.values()].some((text) => text.includes(marker)));

/** Characters that a page has in place of quotes. */
const plain = (html: string): string => html.replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/**
 * What a build fails to bring along for its protection: a page whose own policy is missing or comes after a
 * script, a file of settings that is missing or says something else.
 */
export function notShipped(files: Files, mode: BuildMode): readonly string[] {
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  const bare = pages.filter(([, text]) => {
    const [beforeScripts = ''] = plain(text).split('<script');
    return !beforeScripts.includes(`content="${metaCsp(mode)}"`);
  });
  const settings = Object.entries(deploymentFiles(mode)).filter(
    ([name, text]) => files.get(name) !== text,
  );
  const names = [...bare, ...settings].map(([name]) => name);
  return pages.length === 0 ? ['index.html', ...names] : names;
}

/** What in a served file says where its source was: folders of the project, of its packages, of a machine. */
const PATHS: readonly RegExp[] = [
  /(?<![\w.-])(?:src|tools|e2e|node_modules)\/[\w@./-]+\.(?:[cm]?[jt]sx?|css|html)\b/,
  /sourceMappingURL=/,
  /file:\/\//,
  /(?<![\w./])\/(?:home|root|tmp|Users|workspaces?)\/\w/,
  /\b[A-Z]:\\\\?(?:Users|src|work)\b/,
];

/** An address of another site can look like a path. */
const ADDRESS = /https:\/\/[^\s"'`<>]+/g;

/** Files that are notes on the sources, whatever they say. */
const NOTES = /\.map$|^\.vite\//;

/**
 * What a build shows of its sources, as file and text: names of notes, paths, and the project's own folder.
 * Empty where it shows nothing.
 */
export function sourcePathsIn(files: Files, project: string): readonly string[] {
  return [...files].flatMap(([name, text]) => {
    if (NOTES.test(name)) return [name];
    const own = text.replaceAll(ADDRESS, '');
    const found = PATHS.flatMap((path) => path.exec(own)?.[0] ?? []);
    return [...found, ...(text.includes(project) ? [project] : [])].map(
      (path) => `${name}: ${path}`,
    );
  });
}

function filesOf(folder: string): Files {
  const at = join(root, folder);
  const files = readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [relative(at, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  );
}

function say(what: string, wrong: readonly string[]): void {
  if (wrong.length > 0) process.exitCode = 1;
  console.log(`${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${what} ${wrong.slice(0, 3).join(', ')}`);
}

if (import.meta.main) {
  const live = filesOf('dist');
  const demo = filesOf('dist-demo');
  const missing = 'policy of each page, settings of servers';
  say(`live: ${missing}`, notShipped(live, 'live'));
  say(`demo: ${missing}`, notShipped(demo, 'demo'));
  say('live: no path of a source', sourcePathsIn(live, root));
  say('live: no trace of the simulated Azure', markersIn(live));
  const found = markersIn(demo);
  say(
    'demo: every marker of the simulated Azure is there',
    MARKERS.filter((marker) => !found.includes(marker)),
  );
}
