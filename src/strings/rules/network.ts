import type { RuleText } from './text.ts';

/** Network access step (3p). */
export const networkTexts = {
  'network.choices': {
    say: 'The restored disks can keep the source’s network settings, allow all networks, or allow private access through a disk access.',
  },
  'network.required': { say: 'Select how the restored disks can be accessed.' },
  'network.feature-scope': { say: 'Not needed: no disk of this VM uses a private endpoint.' },
  'network.same-as-source': {
    say: 'The restored disks use the disk access and network settings of the source disks.',
  },
  'network.public.warn': {
    say: 'The restored disks will be reachable from all networks. If the source was private, select private access.',
    instead: 'Private access',
  },
  'network.private.disk-access': { say: 'Select the disk access for the restored disks.' },
  'network.client.no-cli': {
    say: 'PowerShell and the Azure CLI can set only public access. Use the portal for the other choices.',
    instead: 'Public access',
  },
  'network.when': { say: 'You select it now. It takes effect when the restore has ended.' },
  'network.replace': {
    say: 'The documents describe this choice for all restores and don’t exclude Replace existing.',
  },
  'network.default': {
    say: 'Default: same as the source. It’s first in the list and opens no new access.',
  },
} as const satisfies Record<string, RuleText>;
