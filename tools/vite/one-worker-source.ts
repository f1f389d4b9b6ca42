import type { Plugin } from 'vite';

const MADE_AT_ONCE = 'const defaultNetworkOptions = createDefaultNetworkOptions();';
const PURE = MADE_AT_ONCE.replace('create', '/* @__PURE__ */ create');

/**
 * Leaves out of a build the default options that msw creates on load, which this project doesn't use.
 * They hold a source that is never started: it keeps every message of the service worker, so that a
 * page that is open for a day grew by 150 MB (msw 3.0.5; docs/decisions/020).
 */
export function oneWorkerSource(): Plugin {
  return {
    name: 'one-worker-source',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/msw\/lib\/browser\/index\.js$/ },
      handler(code) {
        if (!code.includes(MADE_AT_ONCE)) {
          this.error(
            'msw makes its default options in another way now: look whether it still leaks.',
          );
        }
        return { code: code.replace(MADE_AT_ONCE, PURE), map: null };
      },
    },
  };
}
