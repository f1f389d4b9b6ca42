import { networkStepShown } from '../derived.ts';
import { advice, doc000, portal, rules, service } from '../rule.ts';

/** Network access step (3p). */
export const networkRules = rules('network', [
  {
    id: 'network.choices',
    kind: 'info',
    field: 'diskAccess',
    when: (_, c) => c.datasource === 'azure-vm',
    say: 'The restored disks can keep the source’s network settings, allow all networks, or allow private access through a disk access.',
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.required',
    kind: 'require-field',
    field: 'diskAccess',
    when: (facts, c) =>
      c.datasource === 'azure-vm' && networkStepShown(facts, c) && c.diskAccess === null,
    say: 'Select how the restored disks can be accessed.',
    by: portal('This VM requires the step. Azure uses its own default if the field isn’t sent.'),
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.feature-scope',
    kind: 'hide-field',
    field: ['diskAccess', 'diskAccessId'],
    when: (facts, c) => !networkStepShown(facts, c),
    say: 'Not needed: no disk of this VM uses a private endpoint.',
    source: [doc000('Assign network access settings during restore, note')],
  },
  {
    id: 'network.same-as-source',
    kind: 'info',
    field: 'diskAccess',
    when: (_, c) => c.diskAccess === 'same',
    say: 'The restored disks use the disk access and network settings of the source disks.',
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.public.warn',
    kind: 'warn',
    field: 'diskAccess',
    when: (_, c) => c.diskAccess === 'public',
    say: 'The restored disks will be reachable from all networks. To keep them private, select private access.',
    instead: { label: 'Private access', set: [{ field: 'diskAccess', value: 'private' }] },
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.private.disk-access',
    kind: 'require-field',
    field: 'diskAccessId',
    when: (_, c) => c.diskAccess === 'private' && !c.diskAccessId,
    say: 'Select the disk access for the restored disks.',
    by: service('Private access requires the disk access resource.'),
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.client.no-cli',
    kind: 'block',
    field: 'diskAccess',
    when: (_, c) =>
      (c.client === 'powershell' || c.client === 'cli') &&
      (c.diskAccess === 'same' || c.diskAccess === 'private'),
    say: 'This choice isn’t available in PowerShell and the Azure CLI. Use the portal.',
    instead: { label: 'Public access', set: [{ field: 'diskAccess', value: 'public' }] },
    by: advice('The two clients have no parameter for it, so Azure never receives it.'),
    source: [doc000('Assign network access settings during restore, note')],
  },
  {
    id: 'network.when',
    kind: 'info',
    field: 'diskAccess',
    when: () => true,
    say: 'You select it now. It takes effect when the restore has ended.',
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.replace',
    kind: 'info',
    field: 'diskAccess',
    when: (_, c) => c.option === 'replaceDisks',
    say: 'The documents describe this choice for all restores and don’t exclude Replace existing.',
    source: [doc000('Assign network access settings during restore')],
  },
  {
    id: 'network.default',
    kind: 'default',
    field: 'diskAccess',
    when: (facts, c) => c.diskAccess === null && networkStepShown(facts, c),
    set: () => 'same',
    say: 'Default: same as the source. It’s first in the list and opens no new access.',
    source: [doc000('Assign network access settings during restore')],
  },
]);
