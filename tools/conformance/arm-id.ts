import { normalPath } from '#src/mocks/router.ts';

/** The last provider and the types after it, in lower case; null when an id has none of these. */
export interface IdKind {
  readonly namespace: string;
  /** `microsoft.compute/disks`. */
  readonly type: string;
}

/** What an id says of itself; spelling and what stands before the provider do not matter. */
export function kindOfId(id: string): IdKind | null {
  const match = /^.*\/providers\/([^/]+\.[^/]+)\/(.+)$/i.exec(id);
  if (match === null) return null;
  const [, namespace = '', rest = ''] = match;
  const types = rest.split('/').filter((_, index) => index % 2 === 0);
  return kindOfType([namespace, ...types].join('/'));
}

/** A resource type in lower case, with its provider. */
export function kindOfType(type: string): IdKind {
  const folded = type.toLowerCase();
  return { namespace: folded.split('/')[0] ?? '', type: folded };
}

/** The path of an address in a header: absolute or not, after the header's own name (azure-contract §9). */
export function pathOfHeader(value: unknown): string {
  if (typeof value !== 'string') return '';
  const address = value.replace(/^[\w-]+:\s+(?=https?:|\/)/i, '');
  const path = address.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/, '');
  return path.startsWith('/') ? normalPath(path) : '';
}

/** Whether a path has the form of a template with `{name}` for what varies. */
export function fitsTemplate(template: string, path: string): boolean {
  const wanted = template.toLowerCase().split('/');
  const given = path.toLowerCase().split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) =>
      part.startsWith('{') ? given[index] !== '' : part === given[index],
    )
  );
}
