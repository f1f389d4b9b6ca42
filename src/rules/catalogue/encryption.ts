import { isCustomerKeyed } from '../derived.ts';
import { all } from '../known.ts';
import { asDisks, rules } from '../rule.ts';
import { doc000, doc001, doc004 } from '../sources.ts';

/** Encryption and Key Vault (3m). */
export const encryptionRules = rules('encryption', [
  {
    id: 'encryption.ade.create-vm',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.encryption === 'ADE',
    instead: asDisks,
    source: [doc001('Restore entire encrypted VM at alternate location')],
  },
  {
    id: 'encryption.ade.disks-same',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'restoreDisks' && vm.encryption === 'ADE',
    source: [doc001('Restore disk from encrypted VM')],
  },
  {
    id: 'encryption.ade.recreate',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option === 'restoreDisks' && vm.encryption === 'ADE',
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
    source: [doc001('Restore entire encrypted VM at alternate location')],
  },
  {
    id: 'encryption.request-body',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc004('Example request')],
  },
  {
    id: 'encryption.cmk.create-ok',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && isCustomerKeyed(vm),
    source: [doc000('Restore in secondary region, note')],
  },
]);
