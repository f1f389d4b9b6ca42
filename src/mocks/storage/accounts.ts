import * as z from 'zod/mini';
import type { StorageAccountWire, StorageSkuWire } from '#src/api/storage-accounts.ts';
import { instant, isoText } from '#src/lib/time.ts';
import {
  collection,
  listPath,
  notFoundIn,
  onSubscription,
  resourceIn,
  resourcePath,
} from '#src/mocks/collection.ts';
import { failure, invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { refuseInReadOnlyGroup } from '#src/mocks/recovery-services/paths.ts';
import { regionsOf } from '#src/mocks/locations.ts';
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
import {
  accountNamed,
  containersIn,
  sasToken,
  type StagedContainer,
} from '#src/mocks/storage/blobs.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import { findAccount } from '#src/mocks/world/lookup.ts';
import type { AccountSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const type = 'Microsoft.Storage/storageAccounts';

/** A storage account of 2023-05-01 (azure-contract §14). */
function wireOf(account: AccountSeed): StorageAccountWire {
  const name = nameOf(account.id);
  const isPremium = account.sku.startsWith('Premium');
  return {
    id: account.id,
    name,
    type,
    location: account.location,
    kind: account.kind,
    sku: { name: account.sku, tier: isPremium ? 'Premium' : 'Standard' },
    tags: {},
    properties: {
      provisioningState: 'Succeeded',
      primaryEndpoints: { blob: `https://${name.toLowerCase()}.blob.core.windows.net/` },
      publicNetworkAccess: 'Enabled',
      // A missing key means allowed; `false` is written only where it was switched off (G).
      ...(account.allowSharedKeyAccess === false ? { allowSharedKeyAccess: false } : {}),
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: account.hasNetworkRules === true ? 'Deny' : 'Allow',
        ipRules:
          account.hasNetworkRules === true ? [{ value: '203.0.113.0/24', action: 'Allow' }] : [],
        virtualNetworkRules: [],
      },
    },
  };
}

/** Those of the subscription that the path names; of one that is not there, none. */
function listAccounts(call: Call): Answer {
  const root = `/subscriptions/${param(call, 'sub')}/`.toLowerCase();
  const own = call.state.seed.accounts.filter(({ id }) => id.toLowerCase().startsWith(root));
  return list(own.map(wireOf));
}

/** Kinds of replication that accounts can have; which of them where zones are is general knowledge (G). */
const EVERYWHERE = ['Standard_LRS', 'Standard_GRS', 'Standard_RAGRS', 'Premium_LRS'];
const WITH_ZONES = ['Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS', 'Premium_ZRS'];

/** One row of 2023-05-01: one kind of account in one region (S). */
const skuWireOf = (name: string, location: string): StorageSkuWire => ({
  resourceType: 'storageAccounts',
  name,
  tier: name.startsWith('Premium') ? 'Premium' : 'Standard',
  kind: 'StorageV2',
  locations: [location],
  capabilities: [{ name: 'supportsnetworkacls', value: 'true' }],
  restrictions: [],
});

const listSkus = onSubscription(({ state }) =>
  list(
    regionsOf(state.seed).flatMap(({ name, hasZones }) =>
      [...EVERYWHERE, ...(hasZones ? WITH_ZONES : [])].map((sku) => skuWireOf(sku, name)),
    ),
  ),
);

const accountPath = resourcePath(type);
const listAction = `${type}/listServiceSas/action`;
const deleteAction = `${type}/blobServices/containers/delete`;

const onAccount =
  (work: (call: Call, account: AccountSeed) => Answer): Handler =>
  (call) => {
    const account = findAccount(call.state, resourceIn(call, type));
    return account === undefined ? notFoundIn(call, type) : work(call, account);
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

/** Storage accounts, and what Azure Resource Manager does with the blobs of restores in them (2023-05-01, S). */
export const storageRoutes: readonly Route[] = [
  ...collection({
    type,
    name: 'storageAccounts',
    list: ({ seed }) => seed.accounts,
    wireOf,
    own: { list: listAccounts },
  }),
  route.get('storageSkus.list', listPath('Microsoft.Storage/skus'), listSkus),
  route.post(
    'storageAccounts.listServiceSas',
    `${accountPath}/ListServiceSas`,
    onAccount(listServiceSas),
    listAction,
  ),
  route.get('blobContainers.list', containers, listContainers),
  route.delete('blobContainers.delete', `${containers}/{container}`, deleteContainer, deleteAction),
];
