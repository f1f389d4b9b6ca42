import { takesPlace } from '../derived.ts';
import { all } from '../known.ts';
import { doc000, rules } from '../rule.ts';

const steps = 'Post-restore steps';

/** After the restore (3u). */
export const afterRules = rules('after', [
  {
    id: 'after.extensions',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.hasExtensions,
    say: 'Extensions are installed but not enabled. Reinstall any that don’t work.',
    short: 'Extensions are installed but not enabled.',
    source: [doc000(steps)],
  },
  {
    id: 'after.static-ip',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.staticIp,
    say: 'The address is now dynamic, to avoid a conflict. You can set a static one again.',
    short: 'The static address becomes dynamic.',
    source: [doc000(steps)],
  },
  {
    id: 'after.availability-set',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.availabilitySet !== null,
    say: 'The VM is in no availability set. To use one, restore the disks and name it in the template or PowerShell.',
    source: [doc000(steps)],
  },
  {
    id: 'after.cloud-init-password',
    kind: 'checklist',
    field: null,
    when: ({ vm }) =>
      all(
        () => vm.osType === 'Linux',
        () => vm.cloudInit,
      ),
    say: 'The VM uses cloud-init, so its password is blocked. Reset it with the VMAccess extension. SSH keys avoid this.',
    source: [doc000(steps)],
  },
  {
    id: 'after.domain-broken',
    kind: 'checklist',
    field: null,
    when: ({ vm }) =>
      all(
        () => vm.osType === 'Windows',
        () => vm.domainJoined,
      ),
    say: 'If you can’t sign in because the VM lost its domain, follow the seven domain steps.',
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.1-attach',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    say: '1. Attach the OS disk to a recovery VM as a data disk.',
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.2-agent',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    say: '2. If the VM agent doesn’t respond, install it manually.',
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.3-serial',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    say: '3. Open the Serial Console. List the boot store with bcdedit /store <drive>:\\boot\\bcd /enum. On {bootmgr}, set displaybootmenu yes, timeout 5 and bootems yes. Then set /ems {loader identifier} ON and /emssettings EMSPORT:1 EMSBAUDRATE:115200.',
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.4-reset',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    say: '4. Rebuild the VM, then reset the local administrator’s account and password in the portal.',
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.5-disjoin',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    say: '5. In the Serial Console’s CMD, remove the VM from the domain: netdom remove <MachineName> /domain:<domain> /userD:<admin> /passwordD:<password> /reboot:10 /Force.',
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.6-rdp',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    say: '6. After the restart, sign in by RDP as the local administrator.',
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.7-rejoin',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    say: '7. Join the domain again.',
    source: [doc000(steps)],
  },
  {
    id: 'after.nsg',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'createVm',
    say: 'You can change network security groups now.',
    source: [doc000('Create a VM, note')],
  },
  {
    id: 'after.manage',
    kind: 'info',
    field: null,
    when: () => true,
    say: 'Continue with managing the VM.',
    source: [doc000('Next steps')],
  },
]);

/** Backing up restored machines (3v). */
export const backupAgainRules = rules('backup-again', [
  {
    id: 'backup-again.continues',
    kind: 'info',
    field: ['vmName', 'rg'],
    when: (facts, c) =>
      c.option === 'createVm' &&
      all(
        () => takesPlace(facts, c),
        () => !facts.vm.isProtectionStopped,
      ),
    say: 'Backup continues: the new VM has the same resource group and name.',
    source: [doc000('Backing up restored VMs')],
  },
  {
    id: 'backup-again.setup',
    kind: 'checklist',
    field: null,
    when: (facts, c) => c.option === 'createVm' && !takesPlace(facts, c),
    say: 'The new VM has another resource group or name. Set up backup for it.',
    source: [doc000('Backing up restored VMs')],
  },
  {
    id: 'backup-again.template-vm',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'restoreDisks',
    say: 'A VM created from the disks under another name or resource group isn’t backed up. Set up backup for it.',
    source: [doc000('Backing up restored VMs')],
  },
]);
