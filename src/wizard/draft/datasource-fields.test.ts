import { expect, test } from 'vitest';
import { diskFields, newDiskDraft } from '#src/datasources/azure-disk/fields.ts';
import { newDraft as newVmDraft, vmFields } from '#src/datasources/azure-vm/choices.ts';
import { commvaultFields, newCommvaultDraft } from '#src/datasources/commvault-vm/fields.ts';

/** Fields of two datasources may have one name: a draft that changes over must stay readable. */

const all = {
  'azure-vm': { fields: vmFields, choices: newVmDraft('d', 0).choices },
  'azure-disk': { fields: diskFields, choices: newDiskDraft('d', 0).choices },
  'commvault-vm': { fields: commvaultFields, choices: newCommvaultDraft('d', 0).choices },
} as const;
const names = ['azure-vm', 'azure-disk', 'commvault-vm'] as const;

test.each(names.flatMap((from) => names.map((to) => [from, to] as const)))(
  'a draft of %s that becomes one of %s can be read',
  (from, to) => {
    expect(all[to].fields.canRead({ ...all[from].choices, datasource: to })).toBe(true);
  },
);
