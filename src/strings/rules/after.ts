import type { RuleText } from './text.ts';

/** After the restore (3u). */
export const afterTexts = {
  'after.extensions': {
    say: 'Extensions are installed but not enabled. Reinstall any that don’t work.',
    short: 'Extensions are installed but not enabled.',
  },
  'after.static-ip': {
    say: 'The address is now dynamic, to avoid a conflict with the old VM. Set the static address again.',
    short: 'The static address becomes dynamic.',
  },
  'after.availability-set': {
    say: 'The VM is in no availability set. To use one, restore the disks and name it in the template or PowerShell.',
  },
  'after.cloud-init-password': {
    say: 'If cloud-init is used, as on Ubuntu, the password is blocked. Reset it with the VMAccess extension. SSH keys avoid this.',
  },
  'after.domain-broken': {
    say: 'If you can’t sign in because the VM lost its domain, follow the seven domain steps.',
  },
  'after.domain.1-attach': {
    say: '1. Attach the OS disk to a recovery VM as a data disk.',
  },
  'after.domain.2-agent': {
    say: '2. If the VM agent doesn’t respond, install it manually.',
  },
  'after.domain.3-serial': {
    say: '3. Open the Serial Console. List the boot store with bcdedit /store <drive>:\\boot\\bcd /enum. On {bootmgr}, set displaybootmenu yes, timeout 5 and bootems yes. Then set /ems {loader identifier} ON and /emssettings EMSPORT:1 EMSBAUDRATE:115200.',
  },
  'after.domain.4-reset': {
    say: '4. Rebuild the VM, then reset the local administrator’s account and password in the portal.',
  },
  'after.domain.5-disjoin': {
    say: '5. In the Serial Console’s CMD, remove the VM from the domain: netdom remove <MachineName> /domain:<domain> /userD:<admin> /passwordD:<password> /reboot:10 /Force.',
  },
  'after.domain.6-rdp': {
    say: '6. After the restart, sign in by RDP as the local administrator.',
  },
  'after.domain.7-rejoin': { say: '7. Join the domain again.' },
  'after.nsg': { say: 'You can change network security groups now.' },
  'after.manage': { say: 'Continue with managing the VM.' },
} as const satisfies Record<string, RuleText>;
