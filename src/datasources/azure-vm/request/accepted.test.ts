import { expect, test } from 'vitest';
import { jobAddress, jobFromAddress } from '#src/api/arm/address.ts';
import { started } from '#src/datasources/azure-vm/jobs.ts';
import { itemId } from '#src/datasources/azure-vm/testing.ts';
import { secondaryJobOf } from '#src/model/jobs.ts';

/** An answer names a job by its name alone: where it is follows from the request. */

const instance = itemId('testVM');
const vaultId = instance.slice(0, instance.indexOf('/backupFabrics'));

test('a job in the region of the vault', () => {
  expect(started({ instance }, 'job-1')).toEqual({
    status: 'started',
    jobId: `${vaultId}/backupJobs/job-1`,
  });
});

test('a job in the secondary region has an address of its own', () => {
  const state = started({ instance, secondaryRegion: 'northeurope' }, 'job-1');
  const jobId = state.status === 'started' ? (state.jobId ?? '') : '';
  expect(secondaryJobOf(jobId)).toEqual({
    place: { vaultId, region: 'northeurope' },
    jobName: 'job-1',
  });
  expect(jobAddress(jobId)).toMatch(/~testVault~job-1~northeurope$/);
  expect(jobFromAddress(jobAddress(jobId))).toBe(jobId);
});

test('an answer that names none, or an instance of no vault', () => {
  expect(started({ instance }, null)).toEqual({ status: 'started', jobId: null });
  expect(started({ instance: 'elsewhere' }, 'job-1')).toEqual({ status: 'started', jobId: null });
});
