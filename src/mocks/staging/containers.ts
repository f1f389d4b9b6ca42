import * as z from 'zod/mini';
import { instant, isoText } from '#src/lib/time.ts';
import { failure, invalidInput, resourceNotFound } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { refuseInReadOnlyGroup } from '#src/mocks/recovery-services/rights.ts';
import { groupListPath, resourceIn } from '#src/mocks/resource-lists.ts';
import {
  type Answer,
  type Call,
  type Handler,
  list,
  ok,
  param,
  type Route,
  route,
  rowsOf,
} from '#src/mocks/service.ts';
import { accountNamed, containersIn, type StagedContainer } from '#src/mocks/staging/blobs.ts';
import { sasToken } from '#src/mocks/staging/sas.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import { findAccount } from '#src/mocks/world/lookup.ts';
import type { AccountSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What Azure Resource Manager does with the blobs of restores (storage 2023-05-01, S). */

const type = 'Microsoft.Storage/storageAccounts';
const accountPath = `${groupListPath(type)}/{name}`;
const listAction = `${type}/listServiceSas/action`;
const deleteAction = `${type}/blobServices/containers/delete`;

const onAccount =
  (work: (call: Call, account: AccountSeed) => Answer): Handler =>
  (call) => {
    const account = findAccount(call.state, resourceIn(call, type));
    return account === undefined
      ? resourceNotFound(type, param(call, 'name'), param(call, 'rg'))
      : work(call, account);
  };

const sasShape = z.looseObject({
  canonicalizedResource: z.string(),
  signedResource: z.optional(z.enum(['b', 'c'])),
  signedPermission: z.string(),
  signedExpiry: z.string(),
});

/** A signature for a blob of the account; also where keys can't be used: that it is answered then is a guess (G). */
function listServiceSas(call: Call, account: AccountSeed): Answer {
  const denied = refuseInReadOnlyGroup(call, listAction, account.id);
  if (denied !== null) return denied;
  const wanted = sasShape.safeParse(parseJson(call.request.body)).data;
  const expiry = isoMs(wanted?.signedExpiry ?? '');
  if (wanted === undefined || Number.isNaN(expiry)) {
    return invalidInput('The request body is no request for a service SAS.');
  }
  const [, service, name = ''] = wanted.canonicalizedResource.split('/');
  if (service !== 'blob' || accountNamed(call.state, name)?.id !== account.id) {
    return failure(
      400,
      'InvalidValuesForRequestParameters',
      'Values for request parameters are invalid: canonicalizedResource.',
    );
  }
  const { canonicalizedResource, signedPermission, signedResource = 'b' } = wanted;
  const signedExpiry = secondsText(expiry);
  return ok({
    serviceSasToken: sasToken({
      canonicalizedResource,
      signedPermission,
      signedResource,
      signedExpiry,
    }),
  });
}

/** ISO text without fractions, from epoch milliseconds. */
const secondsText = (ms: number): string => `${isoText(instant(ms)).slice(0, 19)}Z`;

const containerWireOf = ({ id, name, modifiedAtMs }: StagedContainer) => ({
  id,
  name,
  type: `${type}/blobServices/containers`,
  etag: `"0x8D${hexFrom(`etag:${id}`, 13).toUpperCase()}"`,
  properties: {
    publicAccess: 'None',
    leaseStatus: 'Unlocked',
    leaseState: 'Available',
    lastModifiedTime: secondsText(modifiedAtMs),
    hasImmutabilityPolicy: false,
    hasLegalHold: false,
  },
});

const listContainers = onAccount(({ state, now }, account) =>
  list(rowsOf(containersIn(state, account, now), containerWireOf)),
);

/** 204 where there is none, as the specification has it. */
const deleteContainer = onAccount((call, account) => {
  const denied = refuseInReadOnlyGroup(call, deleteAction, account.id);
  if (denied !== null) return denied;
  const name = param(call, 'container');
  const found = containersIn(call.state, account, call.now).find((one) => sameId(one.name, name));
  if (found === undefined) return { status: 204 };
  return {
    status: 200,
    events: [{ type: 'resource-removed', at: call.now, id: found.id }],
  };
});

const containers = `${accountPath}/blobServices/default/containers`;

export const stagingRoutes: readonly Route[] = [
  route.post(
    'storageAccounts.listServiceSas',
    `${accountPath}/ListServiceSas`,
    onAccount(listServiceSas),
    listAction,
  ),
  route.get('blobContainers.list', containers, listContainers),
  route.delete('blobContainers.delete', `${containers}/{container}`, deleteContainer, deleteAction),
];
