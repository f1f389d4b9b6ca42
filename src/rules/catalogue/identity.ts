import { all, either } from '../known.ts';
import { asDisks, rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

const heading = 'Restore VMs with managed identities';

/** Managed identities and permissions (3o). */
export const identityRules = rules('identity', [
  {
    id: 'identity.rbac.create-vm',
    kind: 'block',
    field: 'option',
    when: ({ operator }, c) => c.option === 'createVm' && !operator.canRestoreVm,
    instead: asDisks,
    source: [doc000('Before you start')],
  },
  {
    id: 'identity.choices',
    kind: 'info',
    field: 'identity',
    when: ({ vm }, c) => c.datasource === 'azure-vm' && !c.secondary && vm.isManaged,
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
    instead: [{ field: 'identity', value: 'none' }],
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
    source: [doc000(`${heading}, note`)],
  },
  {
    id: 'identity.on-vault',
    kind: 'block',
    field: 'identity',
    when: ({ vault }, c) => c.identity !== 'none' && !vault.identities.includes(c.identity),
    instead: [{ field: 'identity', value: 'none' }],
    source: [doc000(heading)],
  },
  {
    id: 'identity.user.resource-id',
    kind: 'require-field',
    field: 'identityId',
    when: (_, c) => c.identity === 'user' && !c.identityId,
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
    instead: [{ field: 'identity', value: 'none' }],
    source: [doc000(heading)],
  },
  {
    id: 'identity.scope.both',
    kind: 'info',
    field: 'identity',
    when: (_, c) => c.identity !== 'none',
    source: [doc000(heading)],
  },
  {
    id: 'identity.purpose',
    kind: 'info',
    field: 'identity',
    when: (_, c) => c.identity !== 'none',
    source: [doc000(heading)],
  },
  {
    id: 'identity.clouds',
    kind: 'info',
    field: 'identity',
    when: (_, c) => c.identity !== 'none',
    source: [doc000(`${heading}, note`)],
  },
  {
    id: 'identity.create-input',
    kind: 'info',
    field: 'identity',
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.isManaged,
    source: [doc000(heading)],
  },
]);
