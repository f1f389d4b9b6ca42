import type { VmFacts } from '#src/mocks/commvault/seed.ts';
import type { MachineSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { disksOf, machineOf } from '#src/mocks/world/worlds/builders.ts';
import { corp, corporate, prod, production } from '#src/mocks/world/worlds/default-estate.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What the default world's CommServe protects: each VM is there for a fact of its own. */

/** The subscriptions of the default world for which the CommServe has credentials. */
export const defaultSubscriptions: readonly string[] = [production, corporate];

/** A VM that Azure has no more, and a disk over 8 TB. */
const edgeCache = machineOf(prod('rg-app-prod'), 'edge-cache-09', {
  location: 'westeurope',
  size: 'Standard_D4s_v5',
  osType: 'Linux',
  exists: false,
  disks: disksOf('edge-cache-09', 'Premium_LRS', [64, 9216]),
});

const vm = (group: string, name: string, kind = 'Compute'): string =>
  `${group}/providers/Microsoft.${kind}/virtualMachines/${name}`;

const wanted: readonly (readonly [id: string, facts: VmFacts])[] = [
  [vm(prod('rg-app-prod'), 'app01'), {}],
  [vm(prod('rg-erp'), 'sql-erp-02'), {}],
  [vm(prod('rg-web'), 'web-fe-07'), { hasErrors: true }],
  // A Key Vault encrypts it.
  [vm(prod('rg-app-prod'), 'keys-lnx-01'), {}],
  // Customer-managed keys, by a streaming backup and by a snapshot.
  [vm(prod('rg-shop'), 'shop-cart-01'), {}],
  [vm(corp('rg-finance'), 'fin-ledger-01'), { isSnap: true }],
  [vm(prod('rg-pay'), 'pay-api-02'), { needsPasskey: true }],
  [edgeCache.id, { stoppedDays: 5 }],
  [vm(corp('rg-files'), 'files-hq'), { isSnap: true }],
  [vm(corp('rg-identity'), 'dc-hq-01'), { isSnap: true, isRestoreOff: true }],
  [vm(corp('rg-media'), 'media-arch-01'), { isSnap: true, hasNoOsDisk: true }],
  [vm(corp('rg-legacy'), 'legacy-img-03'), {}],
  [vm(corp('rg-legacy'), 'classic-crm', 'ClassicCompute'), {}],
  [vm(corp('rg-build'), 'build-agent-04'), { isSnap: true, hasNoBackup: true }],
];

/** The VMs of the default world's CommServe with their facts, in their order. */
export function defaultVms({ machines }: WorldSeed): readonly (readonly [MachineSeed, VmFacts])[] {
  const all = [...machines, edgeCache];
  return wanted.flatMap(([id, facts]) => {
    const machine = all.find((one) => sameId(one.id, id));
    return machine === undefined ? [] : [[machine, facts] as const];
  });
}
