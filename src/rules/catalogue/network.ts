import { networkStepShown } from '../derived.ts';
import { rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

/** Network access step (3p). */
export const networkRules = rules('network', [
  {
    id: 'network.choices',
    kind: 'info',
    field: 'diskAccess',
    when: (_, c) => c.datasource === 'azure-vm',
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.required',
    kind: 'require-field',
    field: 'diskAccess',
    when: (facts, c) =>
      c.datasource === 'azure-vm' && networkStepShown(facts, c) && c.diskAccess === null,
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.feature-scope',
    kind: 'hide-field',
    field: ['diskAccess', 'diskAccessId'],
    when: (facts, c) => !networkStepShown(facts, c),
    source: [doc000('Assign network access settings during restore, note')],
  },
  {
    id: 'network.same-as-source',
    kind: 'info',
    field: 'diskAccess',
    when: (_, c) => c.diskAccess === 'same',
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.public.warn',
    kind: 'warn',
    field: 'diskAccess',
    when: (_, c) => c.diskAccess === 'public',
    instead: [{ field: 'diskAccess', value: 'private' }],
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.private.disk-access',
    kind: 'require-field',
    field: 'diskAccessId',
    when: (_, c) => c.diskAccess === 'private' && !c.diskAccessId,
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.client.no-cli',
    kind: 'block',
    field: 'diskAccess',
    when: (_, c) =>
      (c.client === 'powershell' || c.client === 'cli') &&
      (c.diskAccess === 'same' || c.diskAccess === 'private'),
    instead: [{ field: 'diskAccess', value: 'public' }],
    source: [doc000('Assign network access settings during restore, note')],
  },
  {
    id: 'network.when',
    kind: 'info',
    field: 'diskAccess',
    when: () => true,
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.replace',
    kind: 'info',
    field: 'diskAccess',
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.default',
    kind: 'default',
    field: 'diskAccess',
    when: (facts, c) => c.diskAccess === null && networkStepShown(facts, c),
    set: () => 'same',
    source: [doc000('Assign network access settings during restore')],
  },
]);
