import * as z from 'zod/mini';
import { type ArmErrorFacts, armFacts, type Home } from '#src/api/arm/error.ts';
import { accountAt, blobEndpoint, mayReceiveStorageToken } from '#src/api/arm/hosts.ts';
import { listReader } from '#src/api/arm/paging.ts';
import { type ArmPipelines, STORAGE_SCOPE } from '#src/api/arm/pipeline.ts';
import { type ArmAnswer, send, sendFor } from '#src/api/arm/send.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { STORAGE_API_VERSION } from '#src/api/versions.ts';
import { parsedJson } from '#src/lib/result.ts';
import { instant, type Instant, isoText, parseInstant } from '#src/lib/time.ts';
import {
  type BlobContainer,
  type BlobPlace,
  type BlobRead,
  type BlobTrouble,
  MOST_TEMPLATE_BYTES,
} from '#src/model/blob.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

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

/** The text of blobs that the backup service leaves: which encoding they have is nowhere written. */

/** Whether bytes look like UTF-16 of mostly Western text: every other one is zero, each second or each first. */
function isWide(bytes: Uint8Array, zeroAt: 0 | 1): boolean {
  const sample = bytes.subarray(0, 256);
  const zeros = sample.filter((byte, index) => index % 2 === zeroAt && byte === 0).length;
  return sample.length >= 2 && zeros * 4 > sample.length;
}

/** The length up to the NULs that fill a page blob; a NUL that is half of a UTF-16 letter stays. */
function lengthWithoutPadding(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}

/**
 * The text of a blob: without the NULs of its padding, as UTF-16 or UTF-8 with or without a byte order
 * mark (aftercare §1.3). `sizeBytes`: how much of it is content, where that is known. Never throws; what
 * is no text comes out with replacement characters.
 */
export function blobText(bytes: Uint8Array, sizeBytes?: number): string {
  const content = bytes.subarray(0, sizeBytes ?? bytes.length);
  const end = lengthWithoutPadding(content);
  const [first, second] = content;
  if ((first === 0xfe && second === 0xff) || isWide(content.subarray(0, end), 0)) {
    return new TextDecoder('utf-16be').decode(content.subarray(0, end));
  }
  if ((first === 0xff && second === 0xfe) || isWide(content.subarray(0, end), 1)) {
    return new TextDecoder('utf-16le').decode(content.subarray(0, end + (end % 2)));
  }
  return new TextDecoder().decode(content.subarray(0, end));
}

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

/** Keys in lower case, and a key with dots in it taken apart: both vary between documents (aftercare §1.3, D). */
function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key.toLowerCase().replace(/^properties\./, ''),
      folded(one),
    ]),
  );
}

function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null
        ? Object.entries(here).find(([name]) => name === key)?.[1]
        : undefined,
    value,
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * What of a source's `vmconfig.json` helps with its template, each null where it does not say; null when the bytes are
 * no JSON in any encoding.
 */
export function readVmConfig(bytes: Uint8Array) {
  const whole = parsedJson(blobText(bytes));
  if (typeof whole !== 'object' || whole === null) return null;
  const all = folded(whole);
  const inside = valueAt(all, 'properties');
  const find = (...path: readonly string[]): unknown =>
    valueAt(all, ...path) ?? valueAt(inside, ...path);
  const disks = find('storageprofile', 'datadisks');
  return {
    size: text(find('hardwareprofile', 'vmsize')),
    osType: text(find('storageprofile', 'osdisk', 'ostype')),
    osDiskName: text(find('storageprofile', 'osdisk', 'name')),
    dataDisks: (Array.isArray(disks) ? disks : []).flatMap((disk: unknown) => {
      const lun = valueAt(disk, 'lun');
      return typeof lun === 'number' ? [{ lun, name: text(valueAt(disk, 'name')) }] : [];
    }),
  };
}

/** A blob container (Storage, 2023-05-01). */
const containerWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: maybe(z.looseObject({ lastModifiedTime: maybe(z.string()) })),
});

export const containerPageWire = pageOf(containerWire);

/**
 * The blob containers of a storage account: `GET …/{account}/blobServices/default/containers`
 * (2023-05-01), by way of Azure Resource Manager, so that no CORS rule of the account is needed.
 */
export const listContainers = listReader(
  containerPageWire,
  (accountId: ResourceId) =>
    `${accountId}/blobServices/default/containers?api-version=${STORAGE_API_VERSION}`,
  ({ id, name, properties }): BlobContainer => ({
    id: resourceId(id),
    name,
    changedAt: parseInstant(properties?.lastModifiedTime),
  }),
);

/**
 * Deletes a container with all blobs in it, once: `DELETE
 * …/{account}/blobServices/default/containers/{container}` (2023-05-01), by way of Azure Resource Manager, so that
 * no CORS rule of the account is needed. One that is not there is none to delete.
 * @throws ArmError; `lost` means that the outcome is unknown.
 */
export async function removeContainer(
  arm: ArmPipelines,
  { accountId, name }: { readonly accountId: ResourceId; readonly name: string },
): Promise<void> {
  const url = `${accountId}/blobServices/default/containers/${encodeURIComponent(name)}?api-version=${STORAGE_API_VERSION}`;
  await send(arm, { method: 'DELETE', url, starts: true });
}

export const serviceSasWire = z.looseObject({ serviceSasToken: z.string() });

/** How long Azure may read the blob: the tutorial's half hour (aftercare §1.5). */
const LIFE_MS = 30 * 60_000;

/**
 * Gets a signature by which Azure Resource Manager can read one blob for 30 minutes: `POST
 * …/Microsoft.Storage/storageAccounts/{account}/ListServiceSas` (2023-05-01). A secret: it is never part of
 * an address, stored or shown.
 * @throws ArmError.
 */
export async function listServiceSas(
  arm: ArmPipelines,
  accountId: ResourceId,
  { container, blob }: Pick<BlobPlace, 'container' | 'blob'>,
  at: Instant,
): Promise<string> {
  const body = {
    canonicalizedResource: `/blob/${nameOf(accountId)}/${container}/${blob}`,
    signedResource: 'b',
    signedPermission: 'r',
    signedExpiry: isoText(instant(at + LIFE_MS)),
  };
  const url = `${accountId}/ListServiceSas?api-version=${STORAGE_API_VERSION}`;
  return (await sendFor(arm, serviceSasWire, { method: 'POST', url, body })).serviceSasToken;
}

/** The containers of a storage account. */
export const containersQuery = queryById('containers', listContainers);
