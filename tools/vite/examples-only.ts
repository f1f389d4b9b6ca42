import { fileURLToPath } from 'node:url';

import { type Plugin, runnerImport } from 'vite';

import type * as Chooser from './shown-examples.ts';

const chooser = fileURLToPath(new URL('./shown-examples.ts', import.meta.url));

/**
 * Leaves out of a build what no page shows of the worked examples in `src/rules/cases`: those that no
 * rule is explained by, their names, and how they have to come out, which only tests read.
 */
export function examplesOnly(): Plugin {
  return {
    name: 'examples-only',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/rules\/worked\.ts$/ },
      async handler() {
        const { module } = await runnerImport<typeof Chooser>(chooser);
        const shown = JSON.stringify(module.shownExamples());
        return { code: `export const worked = ${shown};`, map: null };
      },
    },
  };
}
