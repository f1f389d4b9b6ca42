import type { Plugin } from 'vite';

/** A module of a library that a build does without, and what stands in its place. */
interface Part {
  readonly module: RegExp;
  readonly code: string;
}

const PARTS: readonly Part[] = [
  {
    // It logs where an environment variable asks for it, which no browser has.
    module: /@typespec\/ts-http-runtime\/dist\/browser\/log\.js$/,
    code: [
      'const nothing = () => undefined;',
      'export const logger = { error: nothing, warning: nothing, info: nothing, verbose: nothing };',
    ].join('\n'),
  },
  {
    // React has it itself since version 18.
    module: /\/use-sync-external-store\/shim\/index\.js$/,
    code: "module.exports = { useSyncExternalStore: require('react').useSyncExternalStore };",
  },
  {
    // A server draws it, and there is none.
    module: /@tanstack\/react-router\/dist\/esm\/scroll-restoration\.js$/,
    code: 'export const ScrollRestoration = () => null;',
  },
];

/** Leaves parts of libraries that do nothing here out of a build. */
export function libraryParts(): Plugin {
  const unseen = new Set(PARTS);
  return {
    name: 'library-parts',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: PARTS.map(({ module }) => module) },
      handler(id) {
        const part = PARTS.find(({ module }) => module.test(id));
        if (part === undefined) return null;
        unseen.delete(part);
        return part.code;
      },
    },
    buildEnd(failed) {
      if (failed === undefined && unseen.size > 0)
        this.error(
          `There is no ${[...unseen].map(({ module }) => module.source).join(', ')} any more.`,
        );
    },
  };
}
