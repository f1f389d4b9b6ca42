/**
 * The headers every served build is tested with. A deployment of `dist/` sends the same ones.
 *
 * Nothing is `unsafe-`. One hash is that of the empty style element which Fluent's Griffel creates before it inserts
 * rules by CSSOM, the other that of `misplacedStyle`.
 */

import { createHash } from 'node:crypto';

import { connectSources } from '../src/api/arm/hosts.ts';
import { COMMSERVE_ORIGIN } from '../src/mocks/commvault/seed.ts';

export type BuildMode = 'live' | 'demo';

/** The build that a mode of Vite makes; any other mode, such as that of unit tests, is the live one. */
export function buildModeOf(mode: string): BuildMode {
  return mode === 'demo' ? mode : 'live';
}

/**
 * Shows what `index.html` says where none of its files come, `boot.js` neither: a build for another path. Until then
 * it is neither seen nor read out. `boot.js` styles the page first, and with that it stays hidden.
 */
export const misplacedStyle =
  'main:not([style])>#misplaced{display:block;visibility:hidden;animation:misplaced 0s 10s forwards}' +
  '@keyframes misplaced{to{visibility:visible}}';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const styleSources = ["'self'", hashOf(''), hashOf(misplacedStyle)];

/** Origins of services that are not Azure's, by the builds that have them; the deployment of a live one names its own. */
const otherOrigins: Readonly<Record<BuildMode, readonly string[]>> = {
  live: [],
  demo: [COMMSERVE_ORIGIN],
};

/** What a policy says: sources by directive. */
type Policy = Readonly<Record<string, readonly string[]>>;

/** What decides which code runs. */
function codePolicy(mode: BuildMode) {
  return {
    'script-src': ["'self'"],
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // The demo's one policy admits one address: that of the simulation's worker.
    'trusted-types': mode === 'live' ? ["'none'"] : ['default'],
  } satisfies Policy;
}

/**
 * The Content-Security-Policy of a build. The demo names the Azure hosts too: its simulated
 * answers come from a service worker, but the browser judges a request before the worker sees it.
 */
export function csp(mode: BuildMode, isRedirect = false, deployed: readonly string[] = []): string {
  return written({
    'default-src': ["'none'"],
    'style-src': styleSources,
    'img-src': ["'self'", 'data:'],
    'font-src': ["'none'"],
    'connect-src': ["'self'", ...connectSources, ...otherOrigins[mode], ...deployed],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    // MSAL renews tokens in a hidden frame; the demo has no sign-in.
    'frame-src': mode === 'live' ? ["'self'", 'https://login.microsoftonline.com'] : ["'none'"],
    'form-action': ["'none'"],
    // The page that sign-in comes back to, and no other, is shown in a frame of our own.
    'frame-ancestors': [isRedirect ? "'self'" : "'none'"],
    ...codePolicy(mode),
  });
}

/**
 * The policy that the pages of a build carry themselves: the second line, for a server that sends no
 * headers. It holds for code alone; the rest is the header's, such as who may show the product in a frame.
 */
export function metaCsp(mode: BuildMode): string {
  // Without `default-src` a plug-in would be code of its own.
  return written({ 'object-src': ["'none'"], ...codePolicy(mode) });
}

const written = (policy: Policy): string =>
  Object.entries(policy)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');

/** All headers of a served build. `deployed`: the origins that its deployment names. */
export function securityHeaders(
  mode: BuildMode,
  isRedirect = false,
  deployed: readonly string[] = [],
): Record<string, string> {
  return {
    'Content-Security-Policy': csp(mode, isRedirect, deployed),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    // Sign-in by popup must be able to talk back, so live allows popups.
    'Cross-Origin-Opener-Policy': mode === 'live' ? 'same-origin-allow-popups' : 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/**
 * Headers of the development server. Vite puts an inline script and inline styles into the page
 * and talks to it over a web socket, so the policy proper holds for builds only.
 */
export function devHeaders(): Record<string, string> {
  const policy = csp('demo')
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace(`style-src ${styleSources.join(' ')}`, "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws:")
    .replace(/; require-trusted-types-for.*$/, '');
  return { ...securityHeaders('demo'), 'Content-Security-Policy': policy };
}
