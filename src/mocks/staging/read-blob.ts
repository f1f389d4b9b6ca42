import { accountNamed, blobIn, containersIn, type StagedBlob } from '#src/mocks/staging/blobs.ts';
import { allowsReading, hasSas } from '#src/mocks/staging/sas.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { sameId } from '#src/model/resource-id.ts';

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
