import { expect, test } from 'vitest';
import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { examplePoint, testFiles } from '#src/mocks/testing-files.ts';
import { jsonOf } from '#src/mocks/testing.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { FileRecoverySeed } from '#src/mocks/world/seed.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

const HALF_DAY = 12 * 3600;

type Files = ReturnType<typeof testFiles>;

/** The default world, in which file recovery is otherwise. */
const otherwise = (fileRecovery: FileRecoverySeed) => {
  const { seed, ...origin } = originOf('default');
  return testFiles({ ...origin, seed: { ...seed, fileRecovery } });
};

/** A world in which the fault of a name is on. */
const spoiled = (name: string) => {
  const fault = faultNamed(name);
  if (fault === null) throw new Error(`There is no fault ${name}.`);
  return testFiles({ ...originOf('default'), faults: [fault] });
};

const pointOf = (machine: string, index: number): string => {
  const instance = defaultWorld.instances.find(({ friendlyName }) => friendlyName === machine);
  return `${instance?.id ?? ''}/recoveryPoints/${instance?.points.at(index)?.name ?? ''}`;
};

/** When a session ends, by the text for people. */
async function expiryIn({ entries }: Files, accepted: Response): Promise<number> {
  const entry = (await entries(accepted)).find(({ extension }) => extension === '.txt');
  const text = /,Expiry=([^,]+),/.exec(entry?.content ?? '')?.[1] ?? '';
  return Date.parse(`${text} UTC`);
}

test('a point is mounted after 46 seconds, and no longer 12 hours after the request', async () => {
  const files = testFiles();
  const { clock, azure, mount, status, isActive } = files;
  const { jobs } = await azure.state();
  const accepted = await mount();
  expect(accepted.status).toBe(202);
  expect(accepted.headers.get('Retry-After')).toBe('60');
  expect(accepted.headers.get('Location')).toContain('/operationResults/');
  clock.add(45.999);
  expect(await status(accepted)).toMatchObject({ status: 'InProgress' });
  expect(await isActive()).toBe(false);
  clock.add(0.001);
  expect(await status(accepted)).toMatchObject({
    status: 'Succeeded',
    properties: { objectType: 'OperationStatusProvisionILRExtendedInfo' },
  });
  expect(await isActive()).toBe(true);
  clock.add(HALF_DAY - 46 - 0.001);
  expect(await isActive()).toBe(true);
  clock.add(0.001);
  expect(await isActive()).toBe(false);
  expect(await expiryIn(files, accepted)).toBe(Math.floor(clock.now() / 1000) * 1000);
  expect((await azure.state()).jobs).toEqual(jobs);
  expect((await mount()).status).toBe(202);
});

test.each([
  ['testVM', 'testVM_wus_', ['.txt', '.exe']],
  ['app01', 'app01_we_', ['.py', '.txt']],
])('the entries of %s are those of its system', async (name, start, extensions) => {
  const { clock, mount, entries } = testFiles('default', pointOf(name, 0));
  const accepted = await mount();
  clock.add(46);
  const reported = await entries(accepted);
  expect(reported.map(({ extension }) => extension)).toEqual(extensions);
  expect(reported.filter(({ suffix }) => suffix.startsWith(start))).toEqual(reported);
});

test('it is unmounted after 11 seconds, by an operation that tells nothing', async () => {
  const { clock, mount, unmount, status, isActive } = testFiles();
  await mount();
  clock.add(3600);
  const accepted = await unmount();
  expect(accepted.status).toBe(202);
  clock.add(10.999);
  expect([(await status(accepted)).status, await isActive()]).toEqual(['InProgress', true]);
  clock.add(0.001);
  const { status: ended, properties } = await status(accepted);
  expect([ended, properties, await isActive()]).toEqual(['Succeeded', undefined, false]);
  expect((await mount()).status).toBe(202);
});

test('what is unmounted before it is mounted never is', async () => {
  const { clock, mount, unmount, isActive } = testFiles();
  await mount();
  await unmount();
  clock.add(46);
  expect(await isActive()).toBe(false);
});

test('a second session needs a renewal, which has another password and ends the first', async () => {
  const files = testFiles();
  const { clock, mount, entries, isActive } = files;
  const first = await mount();
  // Also while the disks are not there yet.
  expect(await jsonOf(await mount())).toMatchObject({ error: { code: 'CloudInvalidInputError' } });
  clock.add(6 * 3600);
  expect((await mount()).status).toBe(400);
  const second = await mount(true);
  clock.add(46);
  const [before, after] = [await entries(first), await entries(second)];
  expect(after[0]?.password).not.toBe(before[0]?.password);
  expect((await expiryIn(files, second)) - (await expiryIn(files, first))).toBe(6 * 3_600_000);
  expect((await files.azure.state()).mounts.map(({ endedMs }) => endedMs)).toEqual([
    clock.now(),
    undefined,
  ]);
  clock.add(HALF_DAY - 47);
  expect(await isActive()).toBe(true);
  clock.add(1);
  expect(await isActive()).toBe(false);
});

test('what is not verified of a second session can be otherwise', async () => {
  const twice = otherwise({ isMountedTwice: true });
  await twice.mount();
  expect((await twice.mount()).status).toBe(202);
  expect((await twice.azure.state()).mounts.map(({ endedMs }) => endedMs)).toEqual([
    undefined,
    undefined,
  ]);

  const never = otherwise({ isRenewalRefused: true });
  expect((await never.mount(true)).status).toBe(202);
  expect((await never.mount(true)).status).toBe(400);
});

test('a point of the archive is not mounted', async () => {
  const archived = testFiles('default', pointOf('app01', -1));
  expect(await (await archived.mount()).text()).toContain('archive tier');
});

test('a session that was started elsewhere is there from the beginning, and ends', async () => {
  const { clock, mount, unmount, isActive } = testFiles('mounted-elsewhere');
  expect(await isActive()).toBe(true);
  expect((await mount()).status).toBe(400);
  clock.add(11 * 3600 - 1);
  expect(await isActive()).toBe(true);
  clock.add(1);
  expect(await isActive()).toBe(false);

  const other = testFiles('mounted-elsewhere');
  await other.unmount();
  other.clock.add(11);
  expect(await other.isActive()).toBe(false);
  expect((await unmount()).status).toBe(202);
});

test('what older versions have stored is still read', async () => {
  const { azure, clock, isActive, get } = testFiles();
  const at = clock.now();
  const [scopeId = ''] = examplePoint.split('/recoveryPoints/');
  const old = { type: 'point-mounted', at, pointId: examplePoint } as const;
  const operation: WorldEvent = {
    type: 'operation-accepted',
    at,
    operationId: 'old',
    operationMs: 60_000,
    kind: 'item',
    scopeId,
    properties: { recoveryTarget: { clientScripts: [{ scriptNameSuffix: '_1_2' }] } },
  };
  await azure.append([operation, { ...old, isMounted: true }]);
  expect(await isActive()).toBe(true);
  clock.add(60);
  const answer = await get(`${scopeId}/operationsStatus/old?api-version=2024-04-01`);
  expect(await jsonOf(answer)).toMatchObject({ properties: operation.properties });
  await azure.append([{ ...old, at: clock.now(), isMounted: false }]);
  expect(await isActive()).toBe(false);
});

test('a slow one takes 20 minutes, and is mounted then', async () => {
  const { clock, mount, status, isActive } = spoiled('files-slow');
  const accepted = await mount();
  clock.add(1199);
  expect([(await status(accepted)).status, await isActive()]).toEqual(['InProgress', false]);
  clock.add(1);
  expect([(await status(accepted)).status, await isActive()]).toEqual(['Succeeded', true]);
});

test('one that fails has mounted nothing, and may be tried again', async () => {
  const { clock, mount, status, isActive } = spoiled('files-fail');
  const accepted = await mount();
  clock.add(46);
  expect(await status(accepted)).toMatchObject({
    status: 'Failed',
    error: { code: 'UserErrorFileRecoveryFailed' },
  });
  expect(await isActive()).toBe(false);
  expect((await mount()).status).toBe(202);
});

test('one whose answer is lost is mounted, and a second one refused', async () => {
  const { clock, mount, isActive } = spoiled('files-answer-lost');
  await expect(mount()).rejects.toThrow(TypeError);
  clock.add(46);
  expect(await isActive()).toBe(true);
  expect((await mount()).status).toBe(400);
});

test.each([
  ['files-session-ends', 0, false],
  ['files-session-ends:3600', 3600, true],
])('%s: the scripts say so, and it is over then', async (name, seconds, isThere) => {
  const files = spoiled(name);
  const start = Math.floor(files.clock.now() / 1000);
  const accepted = await files.mount();
  files.clock.add(46);
  expect(await files.isActive()).toBe(isThere);
  expect(await expiryIn(files, accepted)).toBe((start + seconds) * 1000);
  files.clock.add(3600);
  expect(await files.isActive()).toBe(false);
});

test.each([
  ['files-no-scripts', []],
  ['files-odd-extension', ['.txt', '.run']],
  ['files-no-expiry', ['.exe']],
])('%s: the entries are %j', async (name, extensions) => {
  const files = spoiled(name);
  const accepted = await files.mount();
  files.clock.add(46);
  const entries = await files.entries(accepted);
  expect(entries.map(({ extension }) => extension)).toEqual(extensions);
  expect(await files.isActive()).toBe(true);
});

test('an unmounting that fails leaves the point mounted; one whose answer is lost does not', async () => {
  const failing = spoiled('unmount-fails');
  await failing.mount();
  failing.clock.add(46);
  const accepted = await failing.unmount();
  failing.clock.add(11);
  expect((await failing.status(accepted)).status).toBe('Failed');
  expect(await failing.isActive()).toBe(true);

  const lost = spoiled('unmount-answer-lost');
  await lost.mount();
  lost.clock.add(46);
  await expect(lost.unmount()).rejects.toThrow(TypeError);
  lost.clock.add(11);
  expect(await lost.isActive()).toBe(false);
});
