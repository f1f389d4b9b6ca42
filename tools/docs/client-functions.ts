import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../program.ts';

/** A function of `src/api` that says in its docstring which request it sends. */
export interface ClientFunction {
  readonly name: string;
  readonly method: string;
  /** As the docstring has it: with azure-contract's shorthand, or beginning with `…`. */
  readonly path: string;
  readonly apiVersion: string;
}

/** A function with its docstring: written down, or made by `reader.ts`. */
const FUNCTION =
  /\/\*\*((?:(?!\*\/)[^])*)\*\/\n(?:export )?(?:(?:async )?function (\w+)([^]*?)\n}|const (\w+) = (\w+Reader\([^]*?\);)\n)/g;
const REQUEST = /`(GET|HEAD|PUT|POST|PATCH|DELETE) (\S+?)`/g;

/** All requests that the docstrings of the client name. */
export function clientFunctions(): readonly ClientFunction[] {
  const files = globSync('src/api/**/*.ts', { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  const texts = files.toSorted().map((file) => readFileSync(join(root, file), 'utf8'));
  const constants = versionsIn(texts);
  return texts.flatMap((text) => functionsOf(text, constants));
}

/** Api-versions that are known by a name, often in several files. */
function versionsIn(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = texts.flatMap((text) => [
    ...text.matchAll(/export const (\w*API_VERSION) = '([^']+)'/g),
  ]);
  return new Map(found.map(([, name = '', version = '']) => [name, version]));
}

function functionsOf(
  text: string,
  constants: ReadonlyMap<string, string>,
): readonly ClientFunction[] {
  return [...text.matchAll(FUNCTION)].flatMap(([, comment = '', ...parts]) => {
    const [name = '', body = ''] = parts.filter((part) => part !== undefined);
    const docstring = comment.replaceAll(/\n\s*\*/g, '').replaceAll(/\s+/g, ' ');
    const apiVersion =
      versionIn(body, constants) ??
      versionIn(docstring, constants) ??
      versionIn(text, constants) ??
      '';
    return [...docstring.matchAll(REQUEST)].map(([, method = '', path = '']) => ({
      name,
      method,
      path: path.replace(/\?.*/, ''),
      apiVersion,
    }));
  });
}

/** The first api-version that a text names, by a known name or by itself. */
function versionIn(text: string, constants: ReadonlyMap<string, string>): string | undefined {
  for (const [, name, version] of text.matchAll(/\b(\w*API_VERSION)\b|\b(\d{4}-\d\d-\d\d)\b/g)) {
    const known = version ?? constants.get(name ?? '');
    if (known !== undefined) return known;
  }
  return undefined;
}
