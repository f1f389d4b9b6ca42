import type { RuleText } from './text.ts';

/** After the restore (3u). */
export const afterTexts = {
  'after.extensions': {
    say: 'Extensions are installed but not enabled. Install again any that do not work.',
    short: 'Extensions are installed, and not enabled.',
  },
  'after.static-ip': {
    say: 'The machine has a dynamic address now, so that it does not clash with the old one. Set its static address again.',
    short: 'The static address becomes a dynamic one.',
  },
  'after.availability-set': {
    say: 'The machine is in no availability set. To have it in one, restore the disks and name the set in the template or in PowerShell.',
  },
  'after.cloud-init-password': {
    say: 'Where cloud-init is used, as on Ubuntu, the password is blocked for safety. Reset it with the VMAccess extension. SSH keys avoid this.',
  },
  'after.domain-broken': {
    say: 'If you cannot sign in because the machine has lost its domain, follow the seven steps for a broken domain relationship.',
  },
  'after.domain.1-attach': {
    say: '1. Attach the operating system’s disk to a recovery machine, as a data disk.',
  },
  'after.domain.2-agent': {
    say: '2. Install the VM agent by hand if it does not answer.',
  },
  'after.domain.3-serial': {
    say: '3. Open the Serial Console. List the boot store with bcdedit /store <drive>:\\boot\\bcd /enum, then set on {bootmgr} displaybootmenu yes, timeout 5 and bootems yes; then /ems {loader id} ON and /emssettings EMSPORT:1 EMSBAUDRATE:115200.',
  },
  'after.domain.4-reset': {
    say: '4. Build the machine again, then reset the local administrator’s account and password in the portal.',
  },
  'after.domain.5-disjoin': {
    say: '5. In the Serial Console’s CMD, take the machine out of the domain: netdom remove <machine> /domain:<domain> /userD:<admin> /passwordD:<password> /reboot:10 /Force.',
  },
  'after.domain.6-rdp': {
    say: '6. After the restart, sign in by RDP as the local administrator.',
  },
  'after.domain.7-rejoin': { say: '7. Join the domain again.' },
  'after.nsg': { say: 'Network security groups may be changed from now on.' },
  'after.manage': { say: 'Go on to managing the machine.' },
} as const satisfies Record<string, RuleText>;
