/**
 * Plans which modules that several pages share become one file, and writes the plan where the builds read it
 * (`tools/vite/shared-chunks.json`): run after a large change of the source, `npm run chunks`.
 *
 * It builds without a plan, with a file of every set of modules that the same pages share, and joins files two by two
 * as long as all files together become smaller and nothing that is opened loads more than its budget.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { budgets } from './budgets.ts';
import { bytesOf, Graph, type Opening, type Piece } from './chunks/graph.ts';
import { Planner } from './chunks/plan.ts';
import { commandFile, root, runNode } from './program.ts';
import { type Build, readBuild } from './size/build.ts';
import { closure, firstRoute, isSignInAlone, sizeWithoutSignIn } from './size/measure.ts';
import { lazyOpenings, openedParts, openedSteps } from './size/parts.ts';
import { planFile } from './vite/chunk-groups.ts';

const FOLDER = 'dist';

async function build(): Promise<Build> {
  const { code, output } = await runNode(commandFile('vite'), ['build']);
  if (code === 0) return readBuild(FOLDER);
  console.error(output);
  process.exit(1);
}

/** Which datasources load each chunk; `pages` are those of all. */
function ownersOf(one: Build): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { name, start } of lazyOpenings(one)) {
    const owner = /^src\/datasources\/([^/]+)\//.exec(name)?.[1] ?? 'pages';
    for (const key of closure(one, start, { lazy: false }))
      owners.set(key, (owners.get(key) ?? new Set()).add(owner));
  }
  return owners;
}

function piecesOf(one: Build): Piece[] {
  const first = firstRoute(one);
  const owners = ownersOf(one);
  const lazy = new Set(lazyOpenings(one).flatMap(({ start }) => start));
  return [...one.chunks]
    .filter(([key]) => !first.has(key))
    .map(([key, chunk]) => {
      const code = readFileSync(join(root, FOLDER, chunk.file), 'utf8');
      const canJoin = !chunk.isEntry && chunk.modules.length > 0 && !isSignInAlone(chunk);
      const imports = new Set(chunk.imports.filter((other) => !first.has(other)));
      return {
        id: key,
        keys: [key],
        code,
        size: bytesOf(code),
        imports,
        canJoin,
        isLazy: lazy.has(key),
        owners: owners.get(key) ?? new Set(),
      };
    });
}

/** Bytes that a plan leaves free in each budget: whoever opens a step doesn't wait for the others of its wizard. */
const LEFT_FREE = 40_000;

function openingsOf(one: Build): Opening[] {
  return [...openedParts(one), ...openedSteps(one)].map((opened) => ({
    ...opened,
    limit: budgets.page * 1000 - LEFT_FREE,
  }));
}

/** The modules of each piece that has any, the pieces with the most first. */
function modulesOf(graph: Graph, one: Build): string[][] {
  return graph
    .pieces()
    .filter(({ canJoin }) => canJoin)
    .map(({ keys }) => keys.flatMap((key) => one.chunks.get(key)?.modules ?? []).toSorted())
    .toSorted((some, others) => others.length - some.length);
}

const write = (plan: readonly (readonly string[])[]): void => {
  writeFileSync(planFile, `${JSON.stringify(plan, null, 2)}\n`);
};

write([]);
const without = await build();
const graph = new Graph(piecesOf(without));
const keyOfFile = new Map(
  [...without.chunks].map(([key, { file }]) => [file.replace('assets/', ''), key] as const),
);
new Planner(graph, openingsOf(without), keyOfFile).run();
write(modulesOf(graph, without));
await runNode(commandFile('oxfmt'), [planFile]);
const withPlan = await build();
const size = (one: Build): string =>
  `${sizeWithoutSignIn(one).toFixed(1)} kB in ${String(one.chunks.size)} files`;
console.log(`without a plan ${size(without)}, with it ${size(withPlan)}`);
