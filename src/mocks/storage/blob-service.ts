import { instant, isoText } from '#src/lib/time.ts';
import type { Answer, Call, OtherService, Route, SimulatedRequest } from '#src/mocks/service.ts';
import {
  accountNamed,
  allowsReading,
  blobIn,
  containersIn,
  hasSas,
  type StagedBlob,
} from '#src/mocks/storage/blobs.ts';
import { httpDate } from '#src/mocks/time/text.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import { sameId } from '#src/model/resource-id.ts';

/** The blob endpoints of storage accounts, as far as restored templates need them: reads of whole blobs. */

const VERSION = '2021-08-06';

/** An error as the Blob service writes it: XML, and its code in a header (aftercare §1.5, I). */
function refused({ status, code, message }: BlobRefusal, { request, now }: Call): Answer {
  const time = isoText(instant(now));
  const text = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}\nRequestId:${request.requestId}\nTime:${time}</Message></Error>`;
  return {
    status,
    headers: { 'x-ms-error-code': code, 'Content-Type': 'application/xml' },
    ...(request.method === 'HEAD' ? {} : { bytes: new TextEncoder().encode(text) }),
  };
}

/** Headers of a blob (aftercare §1.3, R). */
function headersOfBlob({ type, bytes, modifiedAtMs }: StagedBlob): Record<string, string> {
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(bytes.length),
    'Last-Modified': httpDate(modifiedAtMs),
    ETag: `"0x8D${hexFrom(`etag:${modifiedAtMs}`, 13).toUpperCase()}"`,
    'Accept-Ranges': 'bytes',
    'x-ms-blob-type': type,
    ...(type === 'PageBlob'
      ? { 'x-ms-blob-sequence-number': '0', 'x-ms-meta-configblobsize': String(bytes.length) }
      : {}),
  };
}

function read(call: Call): Answer {
  const { request, state, now } = call;
  const authorization = request.headers.get('authorization') ?? '';
  const outcome = readBlobAt(state, now, request.url, {
    hasToken: /^Bearer \S+$/i.test(authorization),
    version: request.headers.get('x-ms-version') ?? '',
  });
  const answer: Answer =
    outcome.kind === 'refused'
      ? refused(outcome.refusal, call)
      : {
          status: 200,
          headers: headersOfBlob(outcome.blob),
          ...(request.method === 'HEAD' ? {} : { bytes: outcome.blob.bytes }),
        };
  return { ...answer, headers: { ...answer.headers, ...sharedWith(call) } };
}

/** Whether the CORS rule of an address's account lets pages of an origin read it; without a rule none may. */
export function letsPagesRead(state: State, url: URL, origin: string): boolean {
  const allowed = accountNamed(state, url.host.split('.')[0] ?? '')?.allowsOrigin;
  return allowed === '*' || allowed === origin;
}

/** An answer that no rule fits has no header of CORS, and is otherwise the same (aftercare §1.5, D). */
function sharedWith({ request, state }: Call): Record<string, string> {
  const origin = request.headers.get('origin');
  return origin !== undefined && letsPagesRead(state, request.url, origin)
    ? {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': '*',
        Vary: 'Origin',
      }
    : {};
}

const NO_RULE: BlobRefusal = {
  status: 403,
  code: 'CorsPreflightFailure',
  message: 'CORS not enabled or no matching rule found for this request.',
};
const NO_QUESTION: BlobRefusal = {
  status: 400,
  code: 'InvalidHeaderValue',
  message: 'A required CORS header is not present.',
};

/** 403 where no rule fits, 400 where it does not say who asks for what (aftercare §1.5, D). */
function preflight(call: Call): Answer {
  const { headers } = call.request;
  const origin = headers.get('origin');
  if (origin === undefined || !headers.has('access-control-request-method')) {
    return refused(NO_QUESTION, call);
  }
  if (!letsPagesRead(call.state, call.request.url, origin)) return refused(NO_RULE, call);
  return {
    status: 200,
    headers: {
      ...sharedWith(call),
      'Access-Control-Allow-Methods': 'GET,HEAD',
      'Access-Control-Allow-Headers': headers.get('access-control-request-headers') ?? '',
      'Access-Control-Max-Age': '600',
    },
  };
}

const path = '/{container}/{blob}';
const action = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read';

const routes: readonly Route[] = [
  { operation: 'blobs.get', method: 'GET', path, action, handle: read },
  { operation: 'blobs.head', method: 'HEAD', path, action, handle: read },
  { operation: 'blobs.preflight', method: 'OPTIONS', path, action, handle: preflight },
];

function headersOf(
  { headers = {} }: Answer,
  { requestId, headers: asked }: SimulatedRequest,
  now: number,
) {
  const clientId = asked.get('x-ms-client-request-id');
  return {
    Server: 'Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0',
    Date: httpDate(now),
    'x-ms-request-id': requestId,
    'x-ms-version': asked.get('x-ms-version') ?? VERSION,
    ...(clientId === undefined ? {} : { 'x-ms-client-request-id': clientId }),
    ...headers,
  };
}

/** Every account's blob endpoint in one: the host names the account. */
export const blobService: OtherService = {
  origin: 'https://*.blob.core.windows.net',
  routes,
  refuse: () => null,
  notFound: { status: 400, headers: { 'x-ms-error-code': 'InvalidUri' } },
  headersOf,
};

/** Why a blob cannot be read, as the Blob service answers it. */
export interface BlobRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Who asks for a blob: a person by a token for Storage, or whoever has the address. */
interface BlobAsker {
  readonly hasToken: boolean;
  /** The header `x-ms-version`; empty: missing. */
  readonly version: string;
}

/** Tokens need a version of this day or later (Storage, authorize with Microsoft Entra ID). */
const TOKENS_SINCE = '2017-11-09';

const NO_ACCOUNT: BlobRefusal = {
  status: 404,
  code: 'ResourceNotFound',
  message: 'The specified resource does not exist.',
};
const FIREWALL: BlobRefusal = {
  status: 403,
  code: 'AuthorizationFailure',
  message: 'This request is not authorized to perform this operation.',
};
const NO_KEYS: BlobRefusal = {
  status: 403,
  code: 'KeyBasedAuthenticationNotPermitted',
  message: 'Key based authentication is not permitted on this storage account.',
};
const BAD_SIGNATURE: BlobRefusal = {
  status: 403,
  code: 'AuthenticationFailed',
  message:
    'Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.',
};
const NO_ROLE: BlobRefusal = {
  status: 403,
  code: 'AuthorizationPermissionMismatch',
  message: 'This request is not authorized to perform this operation using this permission.',
};
const NOT_PUBLIC: BlobRefusal = {
  status: 409,
  code: 'PublicAccessNotPermitted',
  message: 'Public access is not permitted on this storage account.',
};
const NO_CONTAINER: BlobRefusal = {
  status: 404,
  code: 'ContainerNotFound',
  message: 'The specified container does not exist.',
};
const NO_BLOB: BlobRefusal = {
  status: 404,
  code: 'BlobNotFound',
  message: 'The specified blob does not exist.',
};

type BlobOutcome =
  | { readonly kind: 'found'; readonly blob: StagedBlob }
  | { readonly kind: 'refused'; readonly refusal: BlobRefusal };

const refusal = (why: BlobRefusal): BlobOutcome => ({ kind: 'refused', refusal: why });

/** What the Blob service answers to a question for the blob at an address, at a moment. */
export function readBlobAt(state: State, now: number, url: URL, asker: BlobAsker): BlobOutcome {
  const account = accountNamed(state, url.host.split('.')[0] ?? '');
  if (account === undefined) return refusal(NO_ACCOUNT);
  if (account.hasNetworkRules === true) return refusal(FIREWALL);
  if (hasSas(url)) {
    if (account.allowSharedKeyAccess === false) return refusal(NO_KEYS);
    if (!allowsReading(url, account, now)) return refusal(BAD_SIGNATURE);
  } else if (!asker.hasToken) return refusal(NOT_PUBLIC);
  else if (asker.version < TOKENS_SINCE) return refusal(BAD_SIGNATURE);
  else if (account.hidesBlobs === true) return refusal(NO_ROLE);
  const [, containerName = '', ...rest] = decodeURIComponent(url.pathname).split('/');
  const container = containersIn(state, account, now).find(({ name }) =>
    sameId(name, containerName),
  );
  if (container === undefined) return refusal(NO_CONTAINER);
  const blob = blobIn(state, container, rest.join('/'));
  return blob === undefined ? refusal(NO_BLOB) : { kind: 'found', blob };
}
