import type { RuleText } from './text.ts';

/** VMs with special configurations (3n). */
export const specialTexts = {
  'special.hub': {
    say: 'A new VM doesn’t keep Azure Hybrid Benefit. To keep it, restore the disks and create the VM from the template with License Type Windows_Server, or set it afterwards.',
    short: 'Azure Hybrid Benefit isn’t kept.',
    instead: 'Restore disks',
  },
  'special.hub.after': {
    say: 'Set the license type of the restored VM to Windows_Server.',
  },
  'special.load-balancer': {
    say: 'The VM is behind a load balancer, and a new VM isn’t. Restore the disks, then create the VM with its internal or external one.',
    short: 'The copy isn’t behind a load balancer.',
    instead: 'Restore disks',
  },
  'special.multi-nic': {
    say: 'The VM has more than one NIC. Restore the disks, then create the VM with all of them.',
    short: 'The copy has only one NIC.',
    instead: 'Restore disks',
  },
  'special.reserved-ips': {
    say: 'The VM has more than one reserved address. Restore the disks, then create the VM with all of them.',
    short: 'The reserved addresses aren’t kept.',
    instead: 'Restore disks',
  },
  'special.nsg': {
    say: 'Azure restores information about the network security groups of the network, the subnet, and the NIC. Check them on the restored VM.',
  },
  'special.availability-set': {
    say: 'The new VM will be in no availability set. To keep the set, restore the disks and name it in the template or PowerShell.',
    short: 'The copy is in no availability set.',
    instead: 'Restore disks',
  },
  'special.sql': {
    say: 'Register the new VM with the SQL resource provider to make it a SQL VM again.',
  },
  'special.zone-pinned': { say: 'A VM that is pinned to a zone can be restored to that zone.' },
  'special.dc.single': {
    say: 'The only domain controller of its domain is restored like any VM. Directory Services Restore Mode is available.',
  },
  'special.dc.multiple.reachable': {
    say: 'Other domain controllers of the domain are reachable, so this one is restored like any VM.',
  },
  'special.dc.multiple.last': {
    say: 'This is the last domain controller of its domain, or the network is isolated. Perform a forest recovery.',
  },
  'special.dc.multi-domain': {
    say: 'This is one domain controller among several domains. Restore the disks and create the VM with PowerShell.',
    instead: 'Restore disks',
  },
  'special.dc.forest': {
    say: 'Several domains of one forest are restored. A forest recovery is recommended.',
  },
  'special.network.vhds': {
    say: 'VHD files of the disks are copied to the staging storage account as the staging rules allow. Create the VM from them with its load balancer, NICs and addresses.',
  },
  'special.dc.guide': {
    say: 'First read the guide to backing up and restoring domain controllers.',
  },
} as const satisfies Record<string, RuleText>;
