import { advice, doc000, doc002, doc004, portal, rules } from '../rule.ts';

/** Review + restore (3q). */
export const reviewRules = rules('review', [
  {
    id: 'review.all-rules',
    kind: 'block',
    field: null,
    when: ({ form }, c) => c.action === 'submit' && form.errors > 0,
    say: 'You can select Restore when every step is complete. Each issue links to its field.',
    by: advice('Restore Center’s own check of the other rules’ issues.'),
    source: [doc000('Choose a VM restore configuration')],
  },
  {
    id: 'review.submit',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-vm',
    say: 'Nothing is sent until you select Restore.',
    source: [doc000('Create a VM'), doc000('Restore disks')],
  },
  {
    id: 'review.warnings.acknowledge',
    kind: 'require-field',
    field: 'warningsRead',
    when: ({ form }, c) => c.action === 'submit' && form.warnings > 0 && !c.warningsRead,
    say: 'Confirm that you have read the warnings.',
    by: advice('Restore Center asks this. Azure doesn’t.'),
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'review.crr.no-cancel',
    kind: 'warn',
    always: true,
    field: null,
    when: (_, c) => c.secondary && c.action === 'submit',
    say: 'A cross-region restore can’t be canceled after it starts.',
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'review.disk.validate',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-disk',
    say: 'Azure validates the restore first, which can take some minutes. You can select Restore when validation has passed.',
    source: [doc002('Restore to create a new disk, note')],
  },
  {
    id: 'review.disk.gate',
    kind: 'block',
    field: null,
    when: ({ disk }, c) =>
      c.datasource === 'azure-disk' && c.action === 'submit' && disk.validation !== 'succeeded',
    say: 'You can select Restore when validation has passed.',
    by: portal('The portal allows Restore after validation has succeeded.'),
    source: [doc002('Restore to create a new disk')],
  },
]);

/** What a request of each kind of restore is called (3s); the rest of document 004 is for its readers. */
export const restTypeRules = rules('rest', [
  {
    id: 'rest.recovery-type.disks',
    kind: 'default',
    field: null,
    when: (_, c) => c.option === 'restoreDisks',
    say: 'recoveryType is “RestoreDisks”.',
    source: [doc004('Example request')],
  },
  {
    id: 'rest.recovery-type.vm',
    kind: 'default',
    field: null,
    when: (_, c) => c.option === 'createVm',
    say: 'recoveryType is “AlternateLocation”.',
    source: [doc004('Restore as another virtual machine')],
  },
  {
    id: 'rest.recovery-type.replace',
    kind: 'info',
    field: null,
    when: (_, c) => c.option === 'replaceDisks',
    say: 'The REST document shows no body for Replace existing.',
    source: [doc004('Next steps')],
    newer: true,
  },
]);
