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
    test: /[\\/]node_modules[\\/](?!@azure[\\/]msal-)/,
  },
  { name: 'first', priority: 3, tags: atOnce, test: /[\\/]src[\\/](?!main\.tsx$|redirect\.ts$)/ },
  { name: 'overview', priority: 2, test: /[\\/]src[\\/]pages[\\/]overview[\\/]OverviewPage\.tsx$/ },
  { name: 'overview-main', priority: 1, test: /[\\/]src[\\/]pages[\\/]overview[\\/]/ },
  { name: (id) => fileOf.get(pathOf(id)) ?? null, includeDependenciesRecursively: false },
  ...namedGroups,
];
