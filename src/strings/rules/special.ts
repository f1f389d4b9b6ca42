import type { RuleText } from './text.ts';

/** VMs with special configurations (3n). */
export const specialTexts = {
  'special.hub': {
    say: 'A new machine does not keep the hybrid licence benefit. To keep it, restore the disks and build the machine by template with the License Type Windows_Server. It can also be set afterwards.',
    short: 'The hybrid licence benefit is not kept.',
    instead: 'Restore disks',
  },
  'special.hub.after': {
    say: 'Set the licence type of the restored machine to Windows_Server.',
  },
  'special.load-balancer': {
    say: 'The machine stands behind a load balancer, and a new machine does not. Restore the disks, then build it with its internal or external balancer.',
    short: 'The copy stands behind no load balancer.',
    instead: 'Restore disks',
  },
  'special.multi-nic': {
    say: 'The machine has more than one network card. Restore the disks, then build it with all of them.',
    short: 'The copy has one network card alone.',
    instead: 'Restore disks',
  },
  'special.reserved-ips': {
    say: 'The machine has more than one reserved address. Restore the disks, then build it with all of them.',
    short: 'The reserved addresses are not taken over.',
    instead: 'Restore disks',
  },
  'special.nsg': {
    say: 'Security groups are restored for the network, the subnet and the network card.',
  },
  'special.availability-set': {
    say: 'The new machine will be in no availability set. To keep the set, restore the disks and name it in the template or in PowerShell.',
    short: 'The copy is in no availability set.',
    instead: 'Restore disks',
  },
  'special.sql': {
    say: 'Register the new machine with the SQL resource provider, so that Azure knows it as a SQL machine again.',
  },
  'special.zone-pinned': { say: 'A machine that is pinned to a zone can come back in it.' },
  'special.dc.single': {
    say: 'The only controller of its domain is restored like any machine. Directory Services Restore Mode is at hand.',
  },
  'special.dc.multiple.reachable': {
    say: 'Other controllers of the domain can be reached, so this one is restored like any machine.',
  },
  'special.dc.multiple.last': {
    say: 'This is the last controller of its domain, or the network is isolated. Carry out a forest recovery.',
  },
  'special.dc.multi-domain': {
    say: 'This is one controller among several domains. Restore the disks and build the machine with PowerShell.',
    instead: 'Restore disks',
  },
  'special.dc.forest': {
    say: 'Several domains of one forest are restored. A forest recovery is advised.',
  },
  'special.network.vhds': {
    say: 'The VHD files of the disks are copied to the staging account where the staging rules say so. Build the machine from them, with its balancer, cards and addresses.',
  },
  'special.dc.guide': {
    say: 'Read the guide to backing up and restoring domain controllers before you begin.',
  },
} as const satisfies Record<string, RuleText>;
