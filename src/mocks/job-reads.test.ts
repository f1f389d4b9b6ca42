import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { afterRead, allowanceOf, besideOthers, LEFT_HEADER } from '#src/mocks/job-reads.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import type { JobReadLimit } from '#src/mocks/world/fold.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';

const version = 'api-version=2024-04-01';
const jobs = `${prodVault}/backupJobs?${version}`;

const idsWire = z.object({ value: z.array(z.object({ id: z.string() })) });

/** A world in which reads of jobs are counted in some way. */
const counted = (jobReadLimit: JobReadLimit) => testAzure({ ...originOf('default'), jobReadLimit });

const left = async (answer: Promise<Response>) => (await answer).headers.get(LEFT_HEADER);

describe('a bucket of 250', () => {
  test('fills again by 25 a second', async () => {
    const azure = testAzure('default');
    expect(await left(azure.get(jobs))).toBe('249');
    expect(await left(azure.get(jobs))).toBe('248');
    azure.clock.add(1);
    expect(await left(azure.get(jobs))).toBe('249');
  });

  test('refuses what comes too fast, and for a second', async () => {
    const azure = testAzure('default');
    for (let read = 0; read < 250; read += 1) await azure.get(jobs);
    const refused = await azure.get(jobs);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('1');
    azure.clock.add(1);
    expect((await azure.get(jobs)).status).toBe(200);
  });
});

describe('a fixed hour of 150', () => {
  test('is shared by the list and single jobs of all vaults of a subscription', async () => {
    const azure = counted('hour 150');
    expect(await left(azure.get(jobs))).toBe('149');
    const { value } = idsWire.parse(await jsonOf(await azure.get(jobs)));
    expect(await left(azure.get(`${value[0]?.id ?? ''}?${version}`))).toBe('147');
  });

  test('is over 60 minutes after its first read, not before', async () => {
    const azure = counted('hour 150');
    for (let read = 0; read < 150; read += 1) await azure.get(jobs);
    azure.clock.add(3000);
    const refused = await azure.get(jobs);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('600');
    expect(refused.headers.get('x-ms-ratelimit-remaining-subscription-reads')).toBeNull();
    expect(JSON.stringify(await jsonOf(refused))).toMatch(
      /ResourceRequestsThrottled.*'150'.*'01:00:00'.*'600' seconds/,
    );
    azure.clock.add(600);
    expect(await left(azure.get(jobs))).toBe('149');
  });

  test('leaves what is no read of jobs alone', async () => {
    const azure = counted('hour 150');
    const { headers } = await azure.get(`${prodVault}?${version}`);
    expect(headers.get(LEFT_HEADER)).toBeNull();
    expect(headers.get('x-ms-ratelimit-remaining-subscription-reads')).not.toBeNull();
  });
});

test('others of the subscription take their share of the hour, and fill no bucket', () => {
  const hour = allowanceOf('hour 150', 'RecoveryServices');
  const shared = (own: number, minutes: number) =>
    besideOthers(hour, { left: own, at: 0 }, { otherReaders: 2, now: minutes * 60_000 }).left;
  expect([shared(149, 0), shared(140, 30), shared(60, 30), shared(59, 30), shared(-1, 0)]).toEqual([
    149, 80, 0, -1, -1,
  ]);
  const bucket = allowanceOf('bucket 250', 'RecoveryServices');
  expect(besideOthers(bucket, { left: 249, at: 0 }, { otherReaders: 60, now: 1 }).left).toBe(239);
});

test('a world whose jobs others read, too, says what they leave', async () => {
  const azure = testAzure('shared-job-reads');
  expect(await left(azure.get(jobs))).toBe('149');
  azure.clock.add(30 * 60);
  expect(await left(azure.get(jobs))).toBe('88');
  azure.clock.add(29 * 60);
  for (let read = 0; read < 30; read += 1) await azure.get(jobs);
  expect((await azure.get(jobs)).status).toBe(429);
});

test('Data Protection has 200 of its own', () => {
  expect(allowanceOf('hour 450', 'DataProtection').most).toBe(200);
  expect(allowanceOf('hour 450', 'RecoveryServices').most).toBe(450);
});

test('a clock that was put back starts a counter again', () => {
  const allowance = allowanceOf('hour 150', 'RecoveryServices');
  expect(afterRead(allowance, { left: -1, at: 5000 }, 4000)).toEqual({ left: 149, at: 4000 });
});
