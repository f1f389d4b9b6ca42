import { accountAt } from '#src/api/arm/hosts.ts';
import type { BlobPlace } from '#src/model/blob.ts';

/** The place that the address of a blob names; null for an address that is not one of a blob endpoint. */
export function blobPlace(address: string): BlobPlace | null {
  const account = accountAt(address);
  if (account === null) return null;
  const [, container = '', ...rest] = new URL(address).pathname.split('/').map(decoded);
  const blob = rest.join('/');
  return container === '' || blob === '' ? null : { account, container, blob };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
