import { expect, test } from 'vitest';
import { diskJob } from '#src/datasources/azure-disk/job/index.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';

const { use, revoke } = diskChecks.afterwards;

test.each([
  ['disk.after.attach-data', use.data],
  ['disk.after.swap-os', use.os],
  ['disk.after.revoke', revoke.title],
  ['after.extensions', null],
  ['constructor', null],
])('the next step %s in words', (id, text) => {
  expect(diskJob.stepText?.(id)).toBe(text);
});
