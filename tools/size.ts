/** The size gate: both builds against the budgets, as a table. Ends with code 1 when one is over. */
import { budgets, simulatorMarkers } from './budgets.ts';
import { type Build, readBuild } from './size/build.ts';
import {
  firstRouteSize,
  simulatorSize,
  simulatorTraces,
  sizeOfKind,
  sizeWithoutSignIn,
} from './size/measure.ts';
import { workerFileName } from './vite/worker-file.ts';

const fonts = /\.(woff2?|ttf|otf|eot)$/;
let failures = 0;

function say(good: boolean, what: string, result: string): void {
  if (!good) failures += 1;
  console.log(`${good ? 'ok  ' : 'OVER'}  ${what.padEnd(44)} ${result}`);
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
gate('live: all JavaScript without sign-in', budgets.liveJs, () => sizeWithoutSignIn(live));
gate('demo: the simulated Azure', budgets.simulator, () => simulatorSize(demo, workerFileName));
gate('live: CSS', budgets.css, () => sizeOfKind(live, /\.css$/));
gate('demo: CSS', budgets.css, () => sizeOfKind(demo, /\.css$/));
gate('live: fonts', budgets.fonts, () => sizeOfKind(live, fonts));
gate('demo: fonts', budgets.fonts, () => sizeOfKind(demo, fonts));

const traces = simulatorTraces(live, simulatorMarkers);
say(traces.length === 0, 'live: no trace of the simulator', traces.join(', '));
const present = simulatorTraces(demo, simulatorMarkers);
const unproven = simulatorMarkers.filter((marker) => !present.includes(marker));
say(unproven.length === 0, 'demo: every marker of the simulator is there', unproven.join(', '));

process.exitCode = failures === 0 ? 0 : 1;
