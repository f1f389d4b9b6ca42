import { inside, objectIn, textIn } from '#src/mocks/json.ts';
import { shownAddress } from '#src/mocks/network/machine-parts.ts';
import { withTag, writtenAddressWireOf } from '#src/mocks/network/written-parts.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { hash32 } from '#src/mocks/world/ids.ts';
import { holderOfAddress } from '#src/mocks/writes/card-addresses.ts';
import {
  asRefused,
  firstRefusal,
  judgeGroup,
  judgePolicies,
  judgeRegion,
  judgeVersion,
  refuse,
} from '#src/mocks/writes/judge.ts';
import { stateWith } from '#src/mocks/writes/left-parts.ts';
import type { ResourceWrite, WriteOutcome } from '#src/mocks/writes/write.ts';

/** Simulated milliseconds of writing a public address, and of removing one (G). */
const WRITE_MS = 3000;
const DELETE_MS = 4000;

/** Writes a public address whole: `PUT …/publicIPAddresses/{address}` (2024-01-01). */
export function writeAddress(state: State, at: number, write: ResourceWrite): WriteOutcome {
  const { id, body } = write;
  const before = shownAddress(state, id);
  const refusal = firstRefusal([
    () => judgeGroup(state, id, 'write'),
    () => judgeVersion(write, textIn(before?.['etag']) ?? undefined),
    () => judgeRegion(state, write, textIn(before?.location) ?? undefined),
    () => judgePolicies(state, write),
    () => judgeKind(body),
  ]);
  if (refusal !== null) return asRefused(refusal);
  const { id: _id, name: _name, type: _type, etag: _etag, ...kept } = objectIn(body);
  const { ipConfiguration: _configuration, ...properties } = inside(body, 'properties');
  const method = textIn(properties['publicIPAllocationMethod']) ?? 'Dynamic';
  const part = {
    id,
    model: {
      ...kept,
      sku: { name: 'Basic', tier: 'Regional', ...objectIn(kept['sku']) },
      properties: {
        publicIPAddressVersion: 'IPv4',
        ...properties,
        publicIPAllocationMethod: method,
        ...(method === 'Static' ? { ipAddress: documentAddress(id) } : {}),
      },
    },
  };
  const isNew = before === undefined;
  return {
    kind: 'accepted',
    status: isNew ? 201 : 200,
    ms: WRITE_MS,
    body: withTag(
      writtenAddressWireOf(stateWith(state, part), { ...part, writeState: 'Updating' }),
    ),
    event: { type: 'resource-written', at, id, ms: WRITE_MS, isNew, parts: [part] },
  };
}

/** An address of a range that is kept for documents (RFC 5737). */
const documentAddress = (id: string): string => `203.0.113.${hash32(id.toLowerCase()) % 254}`;

/** Addresses of the standard kind do not change (general knowledge, G). */
function judgeKind(body: unknown) {
  const isStandard = inside(body, 'sku')['name'] === 'Standard';
  const method = inside(body, 'properties')['publicIPAllocationMethod'];
  return isStandard && method !== 'Static'
    ? refuse(
        400,
        'StandardSkuPublicIPAddressesMustUseStaticAllocation',
        'Standard sku publicIp must have AllocationMethod set to Static.',
      )
    : null;
}

/** Removes a public address that no NIC has: `DELETE …/publicIPAddresses/{address}` (2024-01-01). */
export function removeAddress(state: State, at: number, id: string): WriteOutcome | null {
  if (shownAddress(state, id) === undefined) return null;
  const forbidden = judgeGroup(state, id, 'delete');
  if (forbidden !== null) return asRefused(forbidden);
  const holder = holderOfAddress(state, id);
  if (holder !== undefined) {
    return asRefused(
      refuse(
        400,
        'PublicIPAddressCannotBeDeleted',
        `Public IP address ${id} can not be deleted since it is still allocated to resource ${holder}. In order to delete the public IP, disassociate/detach the Public IP address from the resource.`,
      ),
    );
  }
  return {
    kind: 'accepted',
    status: 200,
    ms: DELETE_MS,
    body: undefined,
    event: { type: 'resource-removed', at, id },
  };
}
