import { blobEndpoint } from '#src/mocks/staging/blobs.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { AccountSeed } from '#src/mocks/world/seed.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** What a shared access signature allows (Storage, create a service SAS). */
interface SasFacts {
  /** As in `/blob/{account}/{container}/{blob}`. */
  readonly canonicalizedResource: string;
  /** `b` of a blob, `c` of a container. */
  readonly signedResource: string;
  readonly signedPermission: string;
  /** ISO text with seconds. */
  readonly signedExpiry: string;
}

/** Made from what is signed; the real one is an HMAC with the account's key. */
const signatureOf = (facts: SasFacts): string =>
  btoa(
    hexFrom(
      [
        facts.canonicalizedResource.toLowerCase(),
        facts.signedResource,
        facts.signedPermission,
        facts.signedExpiry,
      ].join('\n'),
      32,
    ),
  );

/** The token of `ListServiceSas`, in the order of the official sample (aftercare §1.5, S). */
export function sasToken(facts: SasFacts): string {
  const { signedResource, signedPermission, signedExpiry } = facts;
  const query = new URLSearchParams({
    sv: '2015-04-05',
    sr: signedResource,
    se: signedExpiry,
    sp: signedPermission,
    sig: signatureOf(facts),
  });
  return query.toString();
}

/** Whether an address brings a signature at all. */
export const hasSas = (url: URL): boolean => url.searchParams.has('sig');

/** Whether the signature of an address lets its blob be read at a moment in epoch milliseconds. */
export function allowsReading(url: URL, account: AccountSeed, now: number): boolean {
  const query = (name: string): string => url.searchParams.get(name) ?? '';
  const [, container = '', ...blob] = decodeURIComponent(url.pathname).split('/');
  const root = `/blob/${nameOf(account.id)}/${container}`;
  const facts: SasFacts = {
    canonicalizedResource: query('sr') === 'c' ? root : `${root}/${blob.join('/')}`,
    signedResource: query('sr'),
    signedPermission: query('sp'),
    signedExpiry: query('se'),
  };
  const isOwn = url.origin === blobEndpoint(account);
  return (
    isOwn &&
    query('sig') === signatureOf(facts) &&
    facts.signedPermission.includes('r') &&
    isoMs(facts.signedExpiry) > now
  );
}
