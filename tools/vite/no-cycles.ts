import type { Plugin } from 'vite';
import { cycleIn } from './cycle.ts';

/**
 * Refuses a build whose files wait for each other: one of them would run before what it needs is there. That
 * comes of a plan of files that is older than the source.
 */
export function noCycles(): Plugin {
  return {
    name: 'no-cycles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const imports = new Map(
        Object.values(bundle).flatMap((output) =>
          output.type === 'chunk' ? [[output.fileName, output.imports] as const] : [],
        ),
      );
      const cycle = cycleIn(imports);
      if (cycle.length > 0)
        this.error(`These files wait for each other: ${cycle.join(', ')}. Run npm run chunks.`);
    },
  };
}
