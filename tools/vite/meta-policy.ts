import type { Plugin } from 'vite';

import { type BuildMode, metaCsp } from '../csp.ts';

/** Writes the policy for code into every page of a build, before anything that it is to judge. */
export function metaPolicy(mode: BuildMode): Plugin {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: metaCsp(mode) };
  return {
    name: 'meta-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
    },
  };
}
