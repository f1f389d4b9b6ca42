import type { RuleText } from './text.ts';

/** Network access step (3p). */
export const networkTexts = {
  'network.choices': {
    say: 'The restored disks can keep the network settings of the source, be reachable from all networks, or be private through a disk access.',
  },
  'network.required': { say: 'Choose how the restored disks may be reached.' },
  'network.feature-scope': { say: 'Not needed: no disk of this machine uses a private endpoint.' },
  'network.same-as-source': {
    say: 'The restored disks get the disk access and network settings of the source disks.',
  },
  'network.public.warn': {
    say: 'The restored disks will be reachable from every network. If the source was private, choose private access.',
    instead: 'Private access',
  },
  'network.private.disk-access': { say: 'Choose the disk access for the restored disks.' },
  'network.client.no-cli': {
    say: 'PowerShell and the Azure CLI cannot set this. Only public access can be asked for there; use the portal for the others.',
    instead: 'Public access',
  },
  'network.when': { say: 'It is chosen now and put in force when the restore has ended.' },
  'network.replace': {
    say: 'The documents describe this choice for restores in general and do not leave out Replace existing.',
  },
  'network.default': {
    say: 'Same as the source is filled in: first in the list, and nothing becomes more open.',
  },
} as const satisfies Record<string, RuleText>;
