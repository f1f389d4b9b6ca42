import { pageBudgetMs } from './budgets.ts';
import { runNode } from '../program.ts';
import { type Build, served } from './builds.ts';
import type { PartName } from './choice.ts';
import {
  firstText,
  listText,
  memoryText,
  pagesText,
  rulesText,
  runs,
  soakText,
  wizardText,
} from './texts.ts';
import { testedBuild } from '../test/tested-build.ts';
import { slowdown } from './wizard.ts';

/** A part of the benchmark, which can be run by its name. */
interface Part {
  readonly title: string;
  /** The builds that it measures. */
  readonly builds: readonly Build[];
  measure(): Promise<string> | string;
}

const spread = `${runs} runs, min / median / max`;

const parts = (beside: string | undefined) =>
  ({
    pages: {
      title: `A page of the simulated Azure with 100 000 machines, median / p99 of 300, budget ${pageBudgetMs.median} / ${pageBudgetMs.p99} ms`,
      builds: [],
      measure: pagesText,
    },
    memory: {
      title: 'Memory of the simulated Azure, every list in turn',
      builds: [],
      measure: memoryText,
    },
    sizes: {
      title: 'Sizes after gzip',
      builds: ['live', 'demo'],
      measure: async () => (await runNode('tools/size.ts')).output,
    },
    rules: { title: `The whole rule catalogue, ${spread}`, builds: [], measure: rulesText },
    first: {
      title: `First use of /, CPU ${slowdown}x slower, 9 Mbit/s, 165 ms, HTTP/2, ${spread}`,
      builds: ['demo'],
      measure: async () => firstText(testedBuild(process.env).folder, beside),
    },
    wizard: {
      title: `The wizard, CPU ${slowdown}x slower, ${runs} runs together`,
      builds: ['demo'],
      measure: async () => served(wizardText),
    },
    list: {
      title: `The list of backup instances, ${spread}`,
      builds: ['demo'],
      measure: async () => served(listText),
    },
    soak: {
      title: 'The list of jobs, open for 24 simulated hours with 200 running restores',
      builds: ['demo'],
      measure: async () => served(soakText),
    },
  }) satisfies Record<PartName, Part>;

/** `beside`: the folder of another demo, whose first use is measured in turns with this one's. */
export function partsOf(names: readonly PartName[], beside?: string): readonly Part[] {
  const all: Record<PartName, Part> = parts(beside);
  return names.map((name) => all[name]);
}
