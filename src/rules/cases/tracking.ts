import { ofDisk, type RuleCase } from './case.ts';

/** Review, requests and jobs. */
export const trackingCases: readonly RuleCase[] = [
  {
    id: 'T121-rest-zrs',
    when: { client: 'rest', option: 'restoreDisks', staging: { redundancy: 'ZRS' } },
    expected: { blocked: ['rest.storage', 'staging.zrs'] },
    source: '004 §Restore disks',
  },
  {
    id: 'T122-job-disks-no-bytes',
    given: { job: { kind: 'restoreDisks' } },
    expected: { hidden: ['jobs.bytes'], info: ['jobs.eta', 'jobs.percent'] },
    source: '000 §Track the restore operation',
  },
  {
    id: 'T123-job-done-no-bar',
    given: { job: { status: 'Completed' } },
    expected: { hidden: ['jobs.progress.in-progress'] },
    source: '000 §Track the restore operation',
  },
  {
    id: 'T124-job-crr-no-cancel',
    given: { job: { secondary: true } },
    expected: { hidden: ['jobs.crr.no-cancel'], info: ['jobs.crr.filter'] },
    source: '000 §Restore in secondary region, note',
  },
  {
    id: 'T153-disk-submit-before-validation',
    given: { vault: { type: 'Backup' }, disk: { validation: 'running' } },
    when: { ...ofDisk, action: 'submit' },
    expected: { blocked: ['review.disk.gate'], info: ['review.disk.validate'] },
    source: '002 §Restore to create a new disk',
  },
  {
    id: 'T167-job-create-failed',
    given: { job: { status: 'Failed' } },
    expected: { hidden: ['jobs.progress.in-progress'], warned: ['jobs.failed.disks-kept'] },
    source: '000 §Restore options, Create a new VM',
  },
  {
    id: 'T168-rest-vm-incomplete',
    when: { client: 'rest', vnet: null, subnet: null },
    expected: {
      required: ['rest.body.required.vm', 'create-vm.vnet.required', 'create-vm.subnet.required'],
    },
    source: '004 §Restore as another virtual machine',
  },
  {
    id: 'T169-rest-disks-incomplete',
    when: { client: 'rest', option: 'restoreDisks', staging: null },
    expected: { required: ['rest.body.required.disks'] },
    source: '004 §Example request',
  },
];
