import { describe, expect, test } from 'vitest';
import { STAGES, type SubmittedTask } from '#src/api/commvault/jobs.ts';
import { COMMVAULT_FIELDS } from '#src/datasources/commvault-vm/fields.ts';
import { commvaultMending, killLeaves } from '#src/datasources/commvault-vm/job/CommvaultJob.tsx';
import { commvaultJob } from '#src/strings/commvault.ts';

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

const words = commvaultJob.leaves;
const task: SubmittedTask = {
  description: null,
  guid: null,
  name: 'app01',
  newName: 'app01',
  resourceGroup: 'rg',
  upTo: null,
  isInPlace: true,
  overwrites: true,
  isManaged: true,
  newDisks: null,
};
const at = (stage: string | null, isInPlace: boolean | null = true, overwrites = false) =>
  killLeaves({ stage, itemName: 'app01', task: { ...task, isInPlace, overwrites } });

describe('canceling a restore in place', () => {
  test.each([
    [STAGES.mediaAgent, null, 'still exists'],
    [STAGES.driver, null, 'still exists'],
    [STAGES.deleteVm, words.maybe, 'is being deleted'],
    [STAGES.mount, words.none, 'no VM is left.'],
    [STAGES.write, words.none, 'no VM is left.'],
    [STAGES.create, words.maybe, 'or an incomplete one'],
    [STAGES.convert, words.maybe, 'or an incomplete one'],
    [STAGES.securityGroup, words.maybe, 'or an incomplete one'],
  ])('in the stage “%s” says on the button: %s', (stage, command, says) => {
    const leaves = at(stage);
    expect(leaves?.command).toBe(command);
    expect(leaves?.text).toContain(says);
    expect(leaves?.text).toContain(`“${stage}”`);
    expect(leaves?.text).toContain('app01');
  });

  test('of a tenant that reports no stages never says that the VM is safe', () => {
    expect(at(null)).toEqual({ command: words.maybe, text: words.notReported('app01') });
  });
});

test('where it isn’t known whether a restore is in place, a VM may be lost', () => {
  expect(at(STAGES.write, null)).toEqual({ command: words.maybe, text: words.unread('app01') });
});

test('out of place a VM of the new name may be lost where it is overwritten', () => {
  const text = words.overwrites('app01');
  expect(at(STAGES.driver, false, true)).toEqual({ command: null, text });
  expect(at(STAGES.write, false, true)).toEqual({ command: words.maybe, text });
  expect(at(null, false, true)).toEqual({ command: words.maybe, text });
});

test('out of place nothing is deleted', () => {
  expect(Object.values(STAGES).map((stage) => at(stage, false))).toEqual(
    Object.values(STAGES).map(() => null),
  );
});
