import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Rolldown } from 'vite';
import * as z from 'zod/mini';
import { namedGroups } from './named-groups.ts';

const root = resolve(import.meta.dirname, '..', '..');

type CodeSplittingGroup = Rolldown.CodeSplittingGroup;

/** The plan that `npm run chunks` writes: paths of modules, those of one file in one list. */
export const planFile: string = join(import.meta.dirname, 'shared-chunks.json');

/** Reached by imports from the entry, without waiting for anything. */
const atOnce: CodeSplittingGroup['tags'] = ['$initial'];

/** A module's path from the root of the project, wherever its packages are installed. */
const pathOf = (id: string): string => {
  const path = id.replaceAll('\\', '/');
  const inPackages = path.indexOf('/node_modules/');
  return inPackages === -1 ? relative(root, id).replaceAll('\\', '/') : path.slice(inPackages + 1);
};

/** The name of the file for each module in the plan: that of the first module in it. */
function planned(): ReadonlyMap<string, string> {
  const plan: unknown = JSON.parse(readFileSync(planFile, 'utf8'));
  const lists = z.array(z.array(z.string())).parse(plan);
  return new Map(
    lists.flatMap((modules, index) =>
      modules.map((module) => [module, `shared-${index}`] as const),
    ),
  );
}

const fileOf = planned();

/** Whether there is a plan: it is empty while one is made. */
export const isPlanned: boolean = fileOf.size > 0;

/** What was found for modules that are newer than the plan; null while it is looked for, as modules import in circles. */
const newer = new Map<string, string | null>();

/**
 * The planned file of a module. One that is newer than the plan goes to the only file that imports it: alone,
 * it and that file would wait for each other.
 */
function plannedFile(id: string, build: Rolldown.ChunkingContext): string | null {
  const known = fileOf.get(pathOf(id)) ?? newer.get(id);
  if (known !== undefined || !isPlanned) return known ?? null;
  newer.set(id, null);
  const { importers = [], dynamicImporters = [] } = build.getModuleInfo(id) ?? {};
  if (dynamicImporters.length > 0) return null;
  const [file = null, ...others] = new Set(importers.map((one) => plannedFile(one, build)));
  const found = others.length === 0 ? file : null;
  newer.set(id, found);
  return found;
}

/**
 * What is put into one file, the first that fits. Left alone, the bundler makes a file of every set of
 * modules that the same pages share: hundreds of them, most below a kilobyte, which compress badly. What every
 * visit loads anyway is put together here; libraries apart from our own code, since they change seldom and stay in
 * the browser's store. What several pages share is put together by a plan, see `tools/chunks.ts`.
 *
 * The entry itself stays out: the manifest would name none.
 */
export const chunkGroups: CodeSplittingGroup[] = [
  {
    name: 'libraries',
    priority: 4,
    tags: atOnce,
    // Sign-in stays a file of its own, with all that only it needs.
    test: /[\\/]node_modules[\\/](?!@azure[\\/]msal-)|^\0exports-of:/,
  },
  { name: 'first', priority: 3, tags: atOnce, test: /[\\/]src[\\/](?!main\.tsx$|redirect\.ts$)/ },
  { name: 'overview', priority: 2, test: /[\\/]src[\\/]pages[\\/]overview[\\/]OverviewPage\.tsx$/ },
  { name: 'overview-main', priority: 1, test: /[\\/]src[\\/]pages[\\/]overview[\\/]/ },
  { name: plannedFile, includeDependenciesRecursively: false },
  ...namedGroups,
];
