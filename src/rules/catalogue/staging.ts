import { goesToPair, isOutsideVaultRegion, isZoneRedundant, leavesVhds } from '../derived.ts';
import { portal, rules, service } from '../rule.ts';
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
    enforcedBy: service(
      'Azure’s troubleshooting page names vault and account in two regions as a refused restore.',
    ),
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
    enforcedBy: portal('The list is empty, so nothing can be chosen.'),
  },
  {
    id: 'staging.blob-kind',
    kind: 'block',
    field: 'staging',
    when: (_, c) => c.staging !== null && c.staging.kind === 'BlobStorage',
    instead: [{ field: 'staging' }],
    source: [doc000('Storage accounts')],
    enforcedBy: service('The documents say the type is not supported.'),
  },
  {
    id: 'staging.zrs',
    kind: 'block',
    field: 'staging',
    when: (_, c) => c.staging !== null && isZoneRedundant(c.staging.redundancy),
    instead: [{ field: 'staging' }],
    source: [doc000('Storage accounts'), doc004('Restore disks')],
    enforcedBy: service(
      'The documents say that zone redundancy is not supported; 004 refuses it for the body’s account.',
    ),
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
    enforcedBy: service('The documents say that it is not supported.'),
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
    enforcedBy: service('The documents say that it is not supported.'),
  },
  {
    id: 'staging.firewall.system-identity',
    kind: 'block',
    field: ['staging', 'identity'],
    when: (_, c) => c.staging !== null && c.staging.hasNetworkRules && c.identity === 'user',
    instead: [{ field: 'identity', value: 'system' }],
    source: [doc000('Restore VMs with managed identities, note')],
    enforcedBy: service('A user-assigned identity is not let through the account’s network rules.'),
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
