import type { SimulatedRequest } from '#src/mocks/service.ts';

import { at, type JsonObject, withAt } from './json.ts';
import { isOfPlane, type Operation, pathParameters, type StartRequest } from './operation.ts';
import { addressParameters, bodyOf, type Sample, versionOf } from './sample.ts';

/** Versions that are sent where a sample names none, or one of the other plane (azure-contract §9). */
const FALLBACK_VERSIONS = { primary: '2024-04-01', secondary: '2023-01-15' };

function apiVersionOf(sample: Sample, operation: Operation): string {
  const version = versionOf(sample);
  return version !== '' && isOfPlane(operation, version)
    ? version
    : FALLBACK_VERSIONS[operation.plane ?? 'primary'];
}

const GUID = 'c0ffee00-0000-4000-a000-000000000004';

/** A request as the simulated Azure gets it from a client. */
export function simulatedRequest(
  { method, path, apiVersion, body }: StartRequest,
  query: ReadonlyMap<string, string> = new Map(),
): SimulatedRequest {
  const url = new URL(`https://management.azure.com${path}`);
  for (const [name, value] of query) url.searchParams.set(name, value);
  url.searchParams.set('api-version', apiVersion);
  return {
    method,
    url,
    headers: new Map([
      ['authorization', 'Bearer conformance'],
      ['content-type', 'application/json'],
      ['x-ms-client-request-id', GUID],
    ]),
    body: body === undefined ? '' : JSON.stringify(body),
    requestId: GUID,
    isRead: method === 'GET' || method === 'HEAD',
    remaining: { of: 'reads', left: 1000 },
    graphQuota: null,
    jobReads: null,
  };
}

/** The question of a body that has a page token, asked from the beginning of the list. */
const fromBeginning = (body: JsonObject): JsonObject =>
  at(body, PAGE_TOKEN) === undefined ? body : withAt(body, PAGE_TOKEN, undefined);

const PAGE_TOKEN = 'options.$skipToken';

/** The question at an address that an answer gave. */
export function questionAt(address: string): SimulatedRequest {
  const { pathname, searchParams } = new URL(address);
  const apiVersion = searchParams.get('api-version') ?? '';
  return simulatedRequest({ method: 'GET', path: pathname, apiVersion }, new Map(searchParams));
}

/**
 * The request of a sample: its parameters where the operation has them, and its body as `filled`
 * makes it.
 */
export function requestOf(
  sample: Sample,
  operation: Operation,
  filled: (body: JsonObject) => JsonObject,
): SimulatedRequest {
  const given = addressParameters(sample, operation.body?.name);
  const inPath = pathParameters(operation.path);
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(given.get(name) ?? ''),
  );
  // A page token is good for the service that gave it: the list is requested from its start.
  const query = new Map(
    [...given].filter(([name]) => !inPath.includes(name) && !/^\$skipToken$/i.test(name)),
  );
  const body = operation.body === undefined ? null : bodyOf(sample, operation.body.name);
  return simulatedRequest(
    {
      method: operation.method,
      path,
      apiVersion: apiVersionOf(sample, operation),
      ...(body === null ? {} : { body: filled(fromBeginning(body)) }),
    },
    query,
  );
}
