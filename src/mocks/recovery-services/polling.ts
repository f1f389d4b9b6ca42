import { failure } from '#src/mocks/errors.ts';
import type { Answer, Call } from '#src/mocks/service.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';

/**
 * Addresses at which an accepted operation is followed (azure-contract §7). Up to 2020 they are
 * those of document 004; later ones are signed, long, and must come back unchanged.
 */

const host = 'https://management.azure.com';

/** A certificate's place: its length is what matters (3 to 5 kB in recordings). */
const certificate = (key: string): string => `MII${hexFrom(`certificate:${key}`, 2400)}`;

function signatureOf(operationId: string, kind: string, time: string): string {
  return `${hexFrom(`signature:${operationId}:${kind}:${time}`, 340)}+/${hexFrom(operationId, 12)}`;
}

interface PollingAddress {
  readonly basePath: string;
  readonly kind: 'operationsStatus' | 'operationResults';
  readonly operationId: string;
  readonly apiVersion: string;
  readonly isSigned: boolean;
  readonly now: number;
}

function addressOf({
  basePath,
  kind,
  operationId,
  apiVersion,
  isSigned,
  now,
}: PollingAddress): string {
  const plain = `${basePath}/${kind}/${operationId}?api-version=${apiVersion}`;
  if (!isSigned) return plain;
  const time = String((BigInt(now) + 62_135_596_800_000n) * 10_000n);
  const signature = encodeURIComponent(signatureOf(operationId, kind, time));
  return `${plain}&t=${time}&c=${certificate(time)}&s=${signature}&h=${hexFrom(`hash:${time}`, 43)}`;
}

/**
 * Headers of a 202: both addresses and the wait. The item is spelled `vm;…` and the provider in
 * lower case, `Location` has the doubled `subscriptions//subscriptions/` (document 004).
 */
export function pollingHeaders(
  call: Call,
  itemId: string,
  operationId: string,
): Record<string, string> {
  const path = itemId
    .replace('Microsoft.RecoveryServices', 'microsoft.recoveryservices')
    .replace(/\/protectionContainers\/IaasVMContainer;/i, '/protectionContainers/iaasvmcontainer;')
    .replace(/\/protectedItems\/VM;/i, '/protectedItems/vm;');
  const address = {
    operationId,
    apiVersion: call.apiVersion,
    isSigned: !call.isNumeric,
    now: call.now,
  };
  return {
    'Azure-AsyncOperation': addressOf({
      ...address,
      basePath: `${host}${path}`,
      kind: 'operationsStatus',
    }),
    Location: addressOf({
      ...address,
      basePath: `${host}/subscriptions/${path}`,
      kind: 'operationResults',
    }),
    'Retry-After': '60',
  };
}

/** Where an operation of the vault's own, or of a region's, is followed. */
interface PlainAddresses {
  /** Path of what the addresses are under. */
  readonly basePath: string;
  /** Names of the two collections, which every kind of operation spells in its own way. */
  readonly status: string;
  readonly result: string;
  readonly operationId: string;
  readonly seconds: number;
}

/** Headers of a 202 whose addresses have no signature, as in the official examples (S). */
export function plainPolling(
  { apiVersion }: Call,
  { basePath, status, result, operationId, seconds }: PlainAddresses,
): Record<string, string> {
  const address = (kind: string): string =>
    `${host}${basePath}/${kind}/${operationId}?api-version=${apiVersion}`;
  return {
    'Azure-AsyncOperation': address(status),
    Location: address(result),
    'Retry-After': String(seconds),
  };
}

/**
 * Refuses a polling address whose signature was changed (403; the code is a guess, G). One without
 * any signature passes: clients also follow an operation by its id alone (C).
 */
export function refuseSignature(call: Call, kind: PollingAddress['kind']): Answer | null {
  const query = call.request.url.searchParams;
  const parts = ['t', 'c', 's', 'h'].map((name) => query.get(name));
  if (parts.every((part) => part === null)) return null;
  const [time, given, signature, hash] = parts;
  const operationId = call.params['operation'] ?? '';
  const isGenuine =
    signature === signatureOf(operationId, kind, time ?? '') &&
    given === certificate(time ?? '') &&
    hash === hexFrom(`hash:${time ?? ''}`, 43);
  return isGenuine
    ? null
    : failure(403, 'AuthorizationFailed', 'The signature of the operation address is not valid.');
}
