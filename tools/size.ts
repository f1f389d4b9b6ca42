/**
 * The size gate: the live build and the demo against the budgets, as a table. Ends with code 1 when one is over.
 */
import { root } from './program.ts';
import { budgets } from './budgets.ts';
import { type Build, readBuild } from './size/build.ts';
import {
  firstRouteSize,
  type Part,
  simulator,
  simulatorSize,
  sizeOfKind,
  tracesOf,
} from './size/measure.ts';
import { heaviest, lazyParts, type Sized, wholeSteps } from './size/parts.ts';
import { notShipped } from './size/shipped.ts';
import { sourcePathsIn } from './size/source-paths.ts';
import { workerFileName } from './vite/worker-file.ts';

const fonts = /\.(woff2?|ttf|otf|eot)$/;
let failures = 0;

function say(good: boolean, what: string, result: string): void {
  if (!good) failures += 1;
  console.log(`${good ? 'ok  ' : 'OVER'}  ${what.padEnd(64)} ${result}`);
}

/** One budget. A measure that cannot be taken is a failure, with its reason. */
function gate(what: string, budget: number, measure: () => number): void {
  try {
    const size = measure();
    say(size <= budget, what, `${size.toFixed(1).padStart(7)} of ${budget} kB`);
  } catch (error) {
    say(false, what, error instanceof Error ? error.message : String(error));
  }
}

/** A budget that the heaviest of some parts of the live build meets, with its name. */
function gateHeaviest(what: string, budget: number, parts: (build: Build) => Sized[]): void {
  const { name, size } = heaviest(parts(live));
  gate(`${what} (${name.split('/').slice(-2).join('/')})`, budget, () => size);
}

const stepName = (key: string): string =>
  key
    .replace(/^src\/datasources\//, '')
    .replace(/\/steps\/|\/Panel|\.tsx$/g, (part) => (part === '/steps/' ? ': ' : ''));

function built(folder: string, command: string): Build {
  try {
    return readBuild(folder);
  } catch (error) {
    console.error(`There is no build in ${folder}: ${String(error)}\nRun ${command} first.`);
    process.exit(1);
  }
}

const live = built('dist', 'npm run build');
const demo = built('dist-demo', 'npm run build:demo');

gate('live: JavaScript before the first route', budgets.firstRoute, () => firstRouteSize(live));
gate('demo: JavaScript before the first route', budgets.firstRoute, () => firstRouteSize(demo));
for (const { name, size } of wholeSteps(live)) {
  gate(`live: ${stepName(name)}`, budgets.page, () => size);
}
gateHeaviest('live: any page', budgets.page, lazyParts);
gate('demo: the simulated Azure', budgets.simulator, () => simulatorSize(demo, workerFileName));
gate('live: CSS', budgets.css, () => sizeOfKind(live, /\.css$/));
gate('demo: CSS', budgets.css, () => sizeOfKind(demo, /\.css$/));
gate('live: fonts', budgets.fonts, () => sizeOfKind(live, fonts));
gate('demo: fonts', budgets.fonts, () => sizeOfKind(demo, fonts));

interface Named {
  readonly name: string;
  readonly build: Build;
}

/** A part of the source that one build has, with all of its marker texts, and the others have nothing of. */
function onlyIn(what: string, part: Part, present: Named, ...absent: readonly Named[]): void {
  for (const { name, build } of absent) {
    const traces = tracesOf(part, build);
    say(traces.length === 0, `${name}: no trace of ${what}`, traces.join(', '));
  }
  const found = tracesOf(part, present.build);
  const unproven = part.markers.filter((marker) => !found.includes(marker));
  say(
    unproven.length === 0,
    `${present.name}: every marker of ${what} is there`,
    unproven.join(', '),
  );
}

const ofLive = { name: 'live', build: live };
const ofDemo = { name: 'demo', build: demo };
const served = [...live.files.keys()].map((name) => ({ name, text: live.read(name) }));
const sourcePaths = sourcePathsIn(served, root);
say(sourcePaths.length === 0, 'live: no path of a source', sourcePaths.slice(0, 3).join(', '));
for (const [mode, build] of [
  ['live', live],
  ['demo', demo],
] as const) {
  const missing = notShipped(build, mode);
  say(
    missing.length === 0,
    `${mode}: policy of each page, settings of servers`,
    missing.join(', '),
  );
}
onlyIn('the simulator', simulator, ofDemo, ofLive);

process.exitCode = failures === 0 ? 0 : 1;
