import { rules } from '../rule.ts';
import { doc000, doc002 } from '../sources.ts';

/** Review + restore (3q). */
export const reviewRules = rules('review', [
  {
    id: 'review.all-rules',
    kind: 'block',
    field: null,
    when: ({ form }, c) => c.action === 'submit' && form.errors > 0,
    source: [doc000('Choose a VM restore configuration')],
  },
  {
    id: 'review.submit',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-vm',
    source: [doc000('Create a VM'), doc000('Restore disks')],
  },
  {
    id: 'review.warnings.acknowledge',
    kind: 'require-field',
    field: 'warningsRead',
    when: ({ form }, c) => c.action === 'submit' && form.warnings > 0 && !c.warningsRead,
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'review.crr.no-cancel',
    kind: 'warn',
    always: true,
    field: null,
    when: (_, c) => c.secondary && c.action === 'submit',
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'review.disk.validate',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-disk',
    source: [doc002('Restore to create a new disk, note')],
  },
  {
    id: 'review.disk.gate',
    kind: 'block',
    field: null,
    when: ({ disk }, c) =>
      c.datasource === 'azure-disk' && c.action === 'submit' && disk.validation !== 'succeeded',
    source: [doc002('Restore to create a new disk')],
  },
]);
