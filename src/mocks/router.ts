import type { Route } from '#src/mocks/service.ts';

interface Match {
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

/** One part of a route's path: text in lower case, or the name of what stands in its place. */
interface Segment {
  readonly text: string;
  readonly name: string | null;
}

/** Paths taken apart, each once: every request is held against all of them. */
const takenApart = new WeakMap<Route, readonly Segment[]>();

function segmentsOf(route: Route): readonly Segment[] {
  const known = takenApart.get(route);
  if (known !== undefined) return known;
  const segments = route.path.split('/').map((part) => ({
    text: part.toLowerCase(),
    name: part.startsWith('{') ? part.slice(1, -1) : null,
  }));
  takenApart.set(route, segments);
  return segments;
}

/** The route that takes a method and a path (already {@link normalPath}), in any letter case. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): Match | undefined {
  const parts = path.split('/');
  const lowered = parts.map((part) => part.toLowerCase());
  const route = routes.find((one) => one.method === method && isMatch(segmentsOf(one), lowered));
  if (route === undefined) return undefined;
  const named = segmentsOf(route).flatMap(({ name }, index) =>
    name === null ? [] : [[name, parts[index] ?? ''] as const],
  );
  return { route, params: Object.fromEntries(named) };
}

function isMatch(segments: readonly Segment[], lowered: readonly string[]): boolean {
  return (
    segments.length === lowered.length &&
    segments.every(({ text, name }, index) =>
      name === null ? text === lowered[index] : lowered[index] !== '',
    )
  );
}
