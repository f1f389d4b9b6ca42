import { goesToPair, isOutsideVaultRegion, isZoneRedundant, leavesVhds } from '../derived.ts';
import { rules } from '../rule.ts';
import { doc000, doc004 } from '../sources.ts';

/** Staging Location (3k). */
export const stagingRules = rules('staging', [
  {
    id: 'staging.region',
    kind: 'block',
    field: 'staging',
    when: (facts, c) => isOutsideVaultRegion(facts, c) && !goesToPair(facts, c),
    instead: [{ field: 'staging' }],
    source: [
      doc000('Storage accounts'),
      doc000('Restore VMs with special configurations'),
      doc004('Restore disks'),
    ],
  },
  {
    id: 'staging.list-filter',
    kind: 'info',
    field: 'staging',
    when: () => true,
    source: [doc000('Storage accounts')],
  },
  {
    id: 'staging.none-in-region',
    kind: 'block',
    field: 'staging',
    when: ({ target }) => target.stagingAccountsInRegion === 0,
    source: [doc000('Storage accounts')],
  },
  {
    id: 'staging.blob-kind',
    kind: 'block',
    field: 'staging',
    when: (_, c) => c.staging !== null && c.staging.kind === 'BlobStorage',
    instead: [{ field: 'staging' }],
    source: [doc000('Storage accounts')],
  },
  {
    id: 'staging.zrs',
    kind: 'block',
    field: 'staging',
    when: (_, c) => c.staging !== null && isZoneRedundant(c.staging.redundancy),
    instead: [{ field: 'staging' }],
    source: [doc000('Storage accounts'), doc004('Restore disks')],
  },
  {
    id: 'staging.show-redundancy',
    kind: 'info',
    field: 'staging',
    when: () => true,
    source: [doc000('Storage accounts')],
  },
  {
    id: 'staging.premium.non-premium-vm',
    kind: 'block',
    field: 'staging',
    when: ({ vm }, c) => c.staging !== null && c.staging.tier === 'Premium' && !vm.isPremium,
    instead: [{ field: 'staging' }],
    source: [doc000('Storage accounts')],
  },
  {
    id: 'staging.premium.network-rules',
    kind: 'block',
    field: 'staging',
    when: ({ vm }, c) =>
      c.staging !== null &&
      c.staging.tier === 'Premium' &&
      c.staging.hasNetworkRules &&
      vm.isManaged,
    instead: [{ field: 'staging' }],
    source: [doc000('Storage accounts')],
  },
  {
    id: 'staging.firewall.system-identity',
    kind: 'block',
    field: ['staging', 'identity'],
    when: (_, c) => c.staging !== null && c.staging.hasNetworkRules && c.identity === 'user',
    instead: [{ field: 'identity', value: 'system' }],
    source: [doc000('Restore VMs with managed identities, note')],
  },
  {
    id: 'staging.what.create-managed',
    kind: 'info',
    field: 'staging',
    when: ({ vm }, c) => c.option === 'createVm' && vm.isManaged,
    source: [doc000('Storage accounts')],
  },
  {
    id: 'staging.what.restore-disks',
    kind: 'info',
    field: 'staging',
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc000('Storage accounts')],
  },
  {
    id: 'staging.what.vmconfig',
    kind: 'info',
    field: 'staging',
    when: (_, c) => c.option === 'restoreDisks' && c.client === 'rest',
    source: [doc004('Restore disks')],
  },
  {
    id: 'staging.cost',
    kind: 'checklist',
    field: null,
    when: (facts, c) => c.option !== 'createVm' && leavesVhds(facts, c),
    source: [doc000('Storage accounts'), doc000('Restore disks')],
  },
  {
    id: 'staging.shared-key',
    kind: 'info',
    field: 'staging',
    when: () => true,
    source: [doc000('Use templates to customize a restored VM, note')],
  },
]);
