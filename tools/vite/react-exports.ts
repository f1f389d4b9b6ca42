import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** React's packages are CommonJS: whoever imports them gets one object, and reads each function from it at each call. */
const PACKAGES = ['react', 'react/jsx-runtime'];
const PREFIX = '\0exports-of:';

const require = createRequire(import.meta.url);

/** What a package of React exports, by its names. */
const namesOf = (name: string): readonly string[] => {
  const all: unknown = require(name);
  return Object.keys(all ?? {}).filter((one) => /^[A-Za-z]\w*$/.test(one) && one !== 'default');
};

/** Gives the functions of React names of their own in a build, which it can shorten as it does its own. */
export function reactExports(): Plugin {
  return {
    name: 'react-exports',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^react(\/jsx-runtime)?$/ },
      // What requires it is CommonJS itself.
      handler: (id, importer, { kind }) =>
        kind === 'import-statement' &&
        importer?.startsWith(PREFIX) !== true &&
        PACKAGES.includes(id)
          ? PREFIX + id
          : null,
    },
    load: {
      filter: { id: /^\0exports-of:/ },
      handler(id) {
        const name = id.slice(PREFIX.length);
        const names = namesOf(name);
        return [
          `import all from ${JSON.stringify(name)};`,
          'export default all;',
          // What a build doesn't use then stays out of it.
          ...names.map((one) => `export const ${one} = /*#__PURE__*/ (() => all.${one})();`),
        ].join('\n');
      },
    },
  };
}
