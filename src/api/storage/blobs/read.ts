import { type ArmErrorFacts, armFacts } from '#src/api/arm/error.ts';
import { accountAt, blobEndpoint, mayReceiveStorageToken } from '#src/api/arm/hosts.ts';
import type { Home } from '#src/api/arm/not-sent.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmAnswer, send } from '#src/api/arm/send.ts';
import { STORAGE_SCOPE } from '#src/api/arm/token.ts';
import { type BlobRead, type BlobTrouble, MOST_TEMPLATE_BYTES } from '#src/model/blob.ts';

/** The first version that takes tokens is 2017-11-09 (Storage, authorize with Microsoft Entra ID). */
const VERSION = { 'x-ms-version': '2021-08-06' };

/** An account's blobs: its tokens go to this account alone. */
function homeOf(account: string): Home {
  return {
    endpoint: blobEndpoint(account) ?? '',
    isOurs: (address) => mayReceiveStorageToken(address, account),
    scope: STORAGE_SCOPE,
  };
}

/**
 * Reads a whole blob with the person's own token for Storage: first its size by HEAD, then GET of the
 * blob's address (2021-08-06). An address outside the account gets no token. Never throws for what Azure
 * answers: all of that is a result to show.
 * @throws what an abort throws.
 */
export async function readBlob(
  arm: ArmPipelines,
  account: string,
  address: string,
  signal?: AbortSignal,
): Promise<BlobRead> {
  const home = homeOf(account);
  if (accountAt(address) === null || !home.isOurs(address)) return FOREIGN;
  const storage = arm.to(home);
  // Once: where no CORS rule lets the page read, a repeat would fail in the same way, seconds later.
  const common = { url: address, headers: VERSION, signal, starts: true };
  try {
    const sizeBytes = await sizeOf(() => send(storage, { method: 'HEAD', ...common }));
    if (sizeBytes > MOST_TEMPLATE_BYTES) return { kind: 'tooLarge', sizeBytes };
    const { bytes = new Uint8Array() } = await send(storage, {
      method: 'GET',
      ...common,
      asBytes: true,
    });
    if (bytes.length > MOST_TEMPLATE_BYTES) return { kind: 'tooLarge', sizeBytes: bytes.length };
    return { kind: 'read', bytes };
  } catch (error) {
    const facts = armFacts(error);
    if (facts === null) throw error;
    return troubleBy(facts);
  }
}

/** The size of a blob in bytes; 0 where HEAD is refused: it says nothing of why, and GET does. */
async function sizeOf(head: () => Promise<ArmAnswer>): Promise<number> {
  try {
    return Number((await head()).header('content-length') ?? 0);
  } catch (error) {
    if (armFacts(error)?.kind === 'refused') return 0;
    throw error;
  }
}

const FOREIGN: BlobRead = {
  kind: 'unreadable',
  trouble: 'foreign',
  code: null,
  message: 'The address isn’t one of the job’s staging storage account.',
};

/** The Blob service's codes (aftercare §1.5; Storage, blob service error codes). */
const TROUBLES: Readonly<Record<string, BlobTrouble>> = {
  KeyBasedAuthenticationNotPermitted: 'keyAccess',
  AuthorizationFailure: 'firewall',
  AuthorizationPermissionMismatch: 'permission',
  InsufficientAccountPermissions: 'permission',
  BlobNotFound: 'gone',
  ContainerNotFound: 'gone',
  ResourceNotFound: 'gone',
};

function troubleBy({
  kind,
  status,
  code: armCode,
  message,
  body,
  notSent,
}: ArmErrorFacts): BlobRead {
  const code = armCode ?? xmlIn(body, 'Code');
  const words = xmlIn(body, 'Message')?.split('\n')[0] ?? message;
  const trouble = TROUBLES[code ?? ''] ?? BY_KIND[notSent ?? kind] ?? byStatus(status);
  return { kind: 'unreadable', trouble, code, message: words };
}

/** What kept the request from an answer. */
const BY_KIND: Readonly<Record<string, BlobTrouble>> = {
  lost: 'network',
  offline: 'network',
  token: 'token',
  entra: 'token',
  host: 'foreign',
  policy: 'policy',
};

function byStatus(status: number | null): BlobTrouble {
  if (status === 404) return 'gone';
  if (status === 401) return 'token';
  return status === 403 ? 'permission' : 'other';
}

/** The text of an element of the service's short error documents. */
function xmlIn(body: string, element: string): string | null {
  return new RegExp(`<${element}>([^<]*)`).exec(body)?.[1] ?? null;
}
