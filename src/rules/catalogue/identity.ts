import { all, either } from '../known.ts';
import { asDisks, doc000, rules, service } from '../rule.ts';

const heading = 'Restore VMs with managed identities';

/** Managed identities and permissions (3o). */
export const identityRules = rules('identity', [
  {
    id: 'identity.rbac.create-vm',
    kind: 'block',
    field: 'option',
    when: ({ operator }, c) => c.option === 'createVm' && !operator.canRestoreVm,
    say: 'You don’t have permission to restore to a new VM. Restore the disks, then deploy the generated template.',
    short: 'Your role doesn’t allow it',
    instead: { label: 'Restore disks', set: asDisks },
    by: service('Role-based access decides.'),
    source: [doc000('Before you start')],
  },
  {
    id: 'identity.choices',
    kind: 'info',
    field: 'identity',
    when: ({ vm }, c) => c.datasource === 'azure-vm' && !c.secondary && vm.isManaged,
    say: 'Restore without an identity, or with a system-assigned or user-assigned identity of the vault.',
    source: [doc000(heading)],
  },
  {
    id: 'identity.managed-only',
    kind: 'block',
    field: 'identity',
    when: ({ vm }, c) =>
      c.identity !== 'none' &&
      either(
        () => !vm.isManaged,
        () => vm.deployment === 'classic',
      ),
    say: 'Managed identities require a VM with managed disks that isn’t classic.',
    short: 'Not for this VM',
    instead: { label: 'Restore without an identity', set: [{ field: 'identity', value: 'none' }] },
    by: service('The document allows only VMs with managed disks.'),
    source: [doc000(`${heading}, note`)],
  },
  {
    id: 'identity.hide',
    kind: 'hide-field',
    field: ['identity', 'identityId'],
    when: ({ vm }) =>
      either(
        () => !vm.isManaged,
        () => vm.deployment === 'classic',
      ),
    say: 'Not available: managed identities require a VM with managed disks that isn’t classic.',
    source: [doc000(`${heading}, note`)],
  },
  {
    id: 'identity.on-vault',
    kind: 'block',
    field: 'identity',
    when: ({ vault }, c) => c.identity !== 'none' && !vault.identities.includes(c.identity),
    say: 'The vault doesn’t have this identity. Add it under the vault’s Identity, or select another.',
    short: 'Not attached to the vault',
    instead: { label: 'Restore without an identity', set: [{ field: 'identity', value: 'none' }] },
    by: service('Only an identity of the vault can act for it.'),
    source: [doc000(heading)],
  },
  {
    id: 'identity.user.resource-id',
    kind: 'require-field',
    field: 'identityId',
    when: (_, c) => c.identity === 'user' && !c.identityId,
    say: 'Enter the resource ID of the identity.',
    by: service('The body names a user-assigned identity by its resource ID.'),
    source: [doc000(heading)],
  },
  {
    id: 'identity.permissions',
    kind: 'block',
    field: 'identity',
    when: ({ identity }, c) =>
      c.identity !== 'none' &&
      all(
        () => !identity.hasRestoreOperator,
        () => !identity.hasAllActions,
      ),
    say: 'The identity lacks permissions. On both the staging storage account and the target resource group, assign it VM restore operator or the listed actions.',
    short: 'Lacks permissions',
    instead: { label: 'Restore without an identity', set: [{ field: 'identity', value: 'none' }] },
    by: service('Role-based access decides.'),
    source: [doc000(heading)],
    newer: true,
  },
  {
    id: 'identity.scope.both',
    kind: 'info',
    field: 'identity',
    when: (_, c) => c.identity !== 'none',
    say: 'The identity needs its permissions on both the staging storage account and the target resource group.',
    source: [doc000(heading)],
  },
  {
    id: 'identity.purpose',
    kind: 'info',
    field: 'identity',
    when: (_, c) => c.identity !== 'none',
    say: 'The identity accesses the storage account and cleans up if the restore fails.',
    source: [doc000(heading)],
    newer: true,
  },
  {
    id: 'identity.clouds',
    kind: 'info',
    field: 'identity',
    when: (_, c) => c.identity !== 'none',
    say: 'Managed identities are available in all regions of the public and national clouds.',
    source: [doc000(`${heading}, note`)],
  },
  {
    id: 'identity.create-input',
    kind: 'info',
    field: 'identity',
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.isManaged,
    say: 'The identity is part of the restore configuration.',
    source: [doc000(heading)],
  },
]);
