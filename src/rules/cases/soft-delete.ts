import { ofDisk, type RuleCase } from './case.ts';

const questions = 'Soft delete for virtual machines, Frequently asked questions';
const ofPoints = 'Secure by default with soft delete';
const ends = 'Restore points that expire within 48 hours';

/** Our own examples: what Azure keeps for some days after its deletion, and what goes by itself before long. */
export const softDeleteCases: readonly RuleCase[] = [
  {
    id: 'S01-deleted-instance',
    given: { item: { isSoftDeleted: true } },
    expected: {
      blocked: ['platform.instance.soft-deleted'],
      info: ['platform.instance.soft-deleted.how'],
    },
    source: questions,
  },
  {
    id: 'S02-deleted-instance-of-a-disk',
    given: { vault: { type: 'Backup' }, item: { isSoftDeleted: true } },
    when: ofDisk,
    expected: {
      blocked: ['platform.instance.soft-deleted'],
      info: ['platform.instance.soft-deleted.how'],
    },
    source: questions,
  },
  {
    id: 'S03-undeleted-instance',
    given: { item: { isSoftDeleted: false } },
    expected: { absent: ['platform.instance.soft-deleted', 'platform.instance.soft-deleted.how'] },
    source: questions,
  },
  {
    id: 'S04-deleted-point',
    given: { point: { isSoftDeleted: true } },
    expected: { warned: ['platform.point.soft-deleted'] },
    source: ofPoints,
  },
  {
    id: 'S05-point-that-expires-tomorrow',
    given: { point: { hoursToExpiry: 47.9 } },
    expected: { warned: ['platform.point.expires-soon'], absent: ['platform.point.soft-deleted'] },
    source: ends,
  },
  {
    id: 'S06-point-that-expires-in-two-days',
    given: { point: { hoursToExpiry: 48 } },
    expected: { absent: ['platform.point.expires-soon'] },
    source: ends,
  },
  {
    id: 'S09-point-at-the-moment-of-its-end',
    given: { point: { hoursToExpiry: 0 } },
    expected: { blocked: ['platform.point.expired'], absent: ['platform.point.expires-soon'] },
    source: questions,
  },
  {
    id: 'S10-expired-point-of-a-stopped-protection',
    given: { vm: { isProtectionStopped: true }, point: { hoursToExpiry: -1 } },
    expected: { absent: ['platform.point.expired', 'platform.point.expires-soon'] },
    source: questions,
  },
  {
    id: 'S07-point-without-an-end',
    given: { point: { hoursToExpiry: null } },
    expected: { absent: ['platform.point.expires-soon'] },
    source: ends,
  },
  {
    id: 'S08-point-of-a-disk-that-expires-tomorrow',
    given: { vault: { type: 'Backup' }, point: { hoursToExpiry: 20 } },
    when: ofDisk,
    expected: { warned: ['platform.point.expires-soon'] },
    source: ends,
  },
];
