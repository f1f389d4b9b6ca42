import { isCustomerKeyed } from '../derived.ts';
import { all } from '../known.ts';
import { asDisks, doc000, doc001, doc004, portal, rules } from '../rule.ts';

/** Encryption and Key Vault (3m). */
export const encryptionRules = rules('encryption', [
  {
    id: 'encryption.ade.create-vm',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.encryption === 'ADE',
    say: 'A VM with Azure Disk Encryption is rebuilt from its disks. Restore the disks, then use the template or PowerShell.',
    short: 'Azure Disk Encryption: restore the disks',
    instead: { label: 'Restore disks', set: asDisks },
    by: portal(
      'The older restore document gives these steps and names no error. The newer one doesn’t mention them.',
    ),
    source: [doc001('Restore entire encrypted VM at alternate location')],
    newer: true,
  },
  {
    id: 'encryption.ade.disks-same',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'restoreDisks' && vm.encryption === 'ADE',
    say: 'Encrypted disks are restored like any others.',
    source: [doc001('Restore disk from encrypted VM')],
  },
  {
    id: 'encryption.ade.recreate',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option === 'restoreDisks' && vm.encryption === 'ADE',
    say: 'Create the VM from its disks by template or PowerShell.',
    source: [doc001('Restore entire encrypted VM at alternate location')],
  },
  {
    id: 'encryption.ade.linux-extension',
    kind: 'checklist',
    field: null,
    when: ({ vm }) =>
      all(
        () => vm.encryption === 'ADE',
        () => vm.osType === 'Linux',
      ),
    say: 'Then reinstall the disk encryption extension to open and mount the data disks.',
    source: [doc001('Restore entire encrypted VM at alternate location')],
  },
  {
    id: 'encryption.request-body',
    kind: 'info',
    field: null,
    when: () => true,
    say: 'encryptionDetails states whether the source is encrypted, if the restore point reports it.',
    source: [doc004('Example request')],
  },
  {
    id: 'encryption.cmk.create-ok',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && isCustomerKeyed(vm),
    say: 'A VM with customer-managed keys can be restored as a new VM. No document forbids it.',
    source: [doc000('Restore in secondary region, note')],
    newer: true,
  },
]);
