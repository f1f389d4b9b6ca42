import type { Route } from '#src/mocks/service.ts';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The path as the service understands it: decoded segment by segment, the documents' doubled
 * `/subscriptions//subscriptions/` made single, no trailing slash.
 */
export function normalPath(pathname: string): string {
  return pathname
    .replace(/^\/subscriptions\/\/subscriptions\//i, '/subscriptions/')
    .replace(/\/+$/, '')
    .split('/')
    .map(decode)
    .join('/');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The route that takes a method and a path (already {@link normalPath}), in any letter case. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): Match | undefined {
  const segments = path.split('/');
  for (const route of routes) {
    const params = route.method === method ? matchPath(route.path.split('/'), segments) : null;
    if (params !== null) return { route, params };
  }
  return undefined;
}

function matchPath(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (expected.startsWith('{')) {
      if (segment === '') return null;
      params[expected.slice(1, -1)] = segment;
    } else if (expected.toLowerCase() !== segment.toLowerCase()) {
      return null;
    }
  }
  return params;
}
