import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { backupVaultPath, diskInstancePath } from '#src/mocks/data-protection/vaults.ts';
import {
  itemPath,
  locationPath,
  pointPath,
  vaultPath,
} from '#src/mocks/recovery-services/paths.ts';
import { routes } from '#src/mocks/routes.ts';
import type { Route } from '#src/mocks/service.ts';

import { root } from '../program.ts';
import { generated, table } from './table.ts';

/** Shorthand of docstrings and of the tables, the longest first. */
const SHORT: readonly (readonly [string, string])[] = [
  ['{RP}', pointPath],
  ['{PI}', itemPath],
  ['{BI}', diskInstancePath],
  ['{BV}', backupVaultPath],
  ['{V}', vaultPath],
  ['{L}', locationPath],
];

/** A path whose parameters have no names, in lower case. */
function shapeOf(path: string): string {
  const [short, long] = SHORT.find(([name]) => path.startsWith(name)) ?? ['', ''];
  return path
    .replace(short, long)
    .replaceAll(/\{\w+\}/g, '{}')
    .toLowerCase();
}

/** Whether a docstring names a route: whole, or by its end where it starts with `…` or a scope. */
function isAbout({ method, path }: ClientFunction, route: Route): boolean {
  if (method !== route.method) return false;
  const end = /^(?:…|\{scope\})(\/.+)$/.exec(path)?.[1];
  return end === undefined
    ? shapeOf(path) === shapeOf(route.path)
    : shapeOf(route.path).endsWith(shapeOf(end));
}

function shortPath({ path }: Route): string {
  const [short, long] = SHORT.find(([, whole]) => path.startsWith(whole)) ?? ['', ''];
  return path.replace(long, short);
}

const unique = (texts: readonly string[]): string => [...new Set(texts)].join(', ');

function rowOf(route: Route, clients: readonly ClientFunction[]): string[] {
  const own = clients.filter((client) => isAbout(client, route));
  return [
    `\`${route.operation}\``,
    `\`${route.method} ${shortPath(route)}\``,
    own.length === 0 ? '–' : unique(own.map(({ apiVersion }) => apiVersion)),
    own.length === 0 ? '–' : unique(own.map(({ name }) => `\`${name}\``)),
  ];
}

const heads = ['Operation', 'Request', 'Api-version', 'Function of the client'];

/**
 * `docs/azure-operations.md`: every operation of the simulated Azure, and the client functions that use it.
 * @throws when the client names a request that the simulated Azure lacks.
 */
export function operationsDocument(): string {
  const clients = clientFunctions();
  const homeless = clients.filter((client) => !routes.some((route) => isAbout(client, route)));
  if (homeless.length > 0) {
    const lines = homeless.map(({ name, method, path }) => `${name}: ${method} ${path}`);
    throw new Error(`The simulated Azure does not know:\n${lines.join('\n')}`);
  }
  const rows = routes.map((route) => rowOf(route, clients));
  const count = routes.filter((route) => clients.some((client) => isAbout(client, route))).length;
  const shorthand = SHORT.toReversed().map(([name, path]) => `- \`${name}\` = \`${path}\``);
  const parts = [
    '# Operations of Azure',
    generated('the routes in `src/mocks` and the docstrings in `src/api`'),
    `${String(routes.length)} operations, of which the client asks ${String(count)}. A dash: the simulated Azure answers, and no function of the client names the request; tools and other clients may ask.`,
    shorthand.join('\n'),
    table(heads, rows),
  ];
  return `${parts.join('\n\n')}\n`;
}

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
