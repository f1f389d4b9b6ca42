import { expect, test } from 'vitest';
import { COMMVAULT_FIELDS } from '#src/datasources/commvault-vm/fields.ts';
import { commvaultMending } from '#src/datasources/commvault-vm/job/CommvaultJob.tsx';

test.each([
  ['No OS disk found. Please check if OS disk was filtered as part of backup', 'point'],
  [
    'OperationNotAllowed (409): Operation could not be completed as it results in exceeding approved standardDSv5Family cores quota.',
    'vmSize',
  ],
  ['ScopeLocked: the scope can’t be deleted because it is locked.', undefined],
  ['', undefined],
])('“%s” is mended by the field %s', (message, field) => {
  expect(commvaultMending({ message })?.field).toBe(field);
  expect(field === undefined || field in COMMVAULT_FIELDS).toBe(true);
});
