import { expect, test } from 'vitest';
import { DISK_COVERAGE, DISK_NOT_LOOKED_AT } from '#src/datasources/azure-disk/checks/check.ts';
import { FILES_COVERAGE, FILES_NOT_LOOKED_AT } from '#src/datasources/azure-vm/files/plan.ts';
import { COMMVAULT_COVERAGE, COMMVAULT_NOT_LOOKED_AT } from '#src/datasources/commvault-vm/plan.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { refusersOf } from '#src/wizard/review/coverage.ts';

/** What could refuse, for each kind of restore beside that of a VM: a check looks at it, or it is named. */

test('what could refuse a restore of a disk has a check, the rules or the validation, or none: 14 rows', () => {
  const rows = refusersOf(DISK_COVERAGE);
  const by = rows.flatMap(([, one]) => (one.by === null ? [] : [one.by]));
  expect(rows).toHaveLength(14);
  expect(by.toSorted()).toEqual(
    [...Object.keys(diskChecks.prerequisites.name), 'rules', 'validation'].toSorted(),
  );
  expect(DISK_NOT_LOOKED_AT).toHaveLength(rows.length - by.length);
});

test.each([
  ['a restore by Commvault', COMMVAULT_COVERAGE, COMMVAULT_NOT_LOOKED_AT, 9, 7],
  ['a file recovery', FILES_COVERAGE, FILES_NOT_LOOKED_AT, 5, 4],
])('of %s, nothing looks at some of it', (_, table, names, all, left) => {
  expect(refusersOf(table)).toHaveLength(all);
  expect(names).toHaveLength(left);
});
