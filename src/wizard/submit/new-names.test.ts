import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { diskActionOf } from '#src/datasources/azure-vm/disks/orders.ts';
import { holdForNames } from '#src/datasources/azure-vm/new-names.tsx';
import { BUILD } from '#src/datasources/azure-vm/testing-writes.ts';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { prod } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { installMachineClock, submissionOf } from '#src/wizard/submit/testing-tab.ts';
import { fakeLocks, type Names, targetWorld } from '#src/wizard/submit/testing-targets.ts';

/**
 * A new VM's name is compared with those that restores in progress take, in all resource groups of the subscription and
 * without regard to letter case, at Review and at the press.
 */

freshStorage();
beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true, locks: fakeLocks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const KINDS = { Azure: 'new VM', Commvault: 'Commvault out of place' } as const;
type Service = keyof typeof KINDS;
const SERVICES: readonly Service[] = ['Azure', 'Commvault'];

const wanted: Names = { group: 'rg-restore-weu', vm: 'app01-night', disk: 'app01-night_OsDisk' };
const PLACES = {
  'the same group': wanted,
  'another group': { ...wanted, group: 'rg-web' },
  'other letter case': { ...wanted, vm: 'APP01-Night' },
} as const;
type Place = keyof typeof PLACES;
const isPlace = (name: string): name is Place => name in PLACES;

const cells = SERVICES.flatMap((draft) =>
  SERVICES.flatMap((running) =>
    Object.keys(PLACES)
      .filter(isPlace)
      .flatMap((place) =>
        (['Review', 'press'] as const).map((moment) => ({ draft, running, place, moment })),
      ),
  ),
);

test('the table is whole', () => {
  expect(cells).toHaveLength(24);
});

test.each(cells)(
  'a draft of $draft beside a restore of $running in $place: at the $moment',
  async ({ draft, running, place, moment }) => {
    const it = targetWorld();
    const since: unknown = expect.any(Number);
    const one = await it.order(KINDS[draft], wanted);
    const other = await it.order(KINDS[running], PLACES[place]);
    const id = one.begin();
    const before = await it.review(one, id);
    expect(before.check.state).toBe('passed');
    await other.startByOther();
    it.pass();
    if (moment === 'press') {
      await it.press(one, id, before.reads);
    }
    expect(submissionOf(id)).toMatchObject(
      moment === 'Review'
        ? { state: 'none' }
        : {
            heldBack: 'begunSince',
            begunSince: [{ machine: 'app01', since }],
          },
    );
    const { check } = await it.review(one, id);
    expect(check.state).toBe('warned');
    const { vm, group } = PLACES[place];
    const isOtherGroup = group.toLowerCase() !== wanted.group;
    expect(check.found.toLowerCase()).toContain(
      `another restore is creating ${vm} in ${group}. `.toLowerCase(),
    );
    expect(check.found.includes('only once in a subscription')).toBe(isOtherGroup);
    expect(check.found).toContain('The name is free only if that restore ends without the VM.');
    expect(check.found).toMatch(
      running === 'Azure'
        ? /To cancel it, a person needs permission for its job in rsv-prod-weu\./
        : /To cancel it, a person needs permission for its job on commserve\.contoso/,
    );
    expect(check.actions).toEqual(
      running === 'Azure' ? ['Microsoft.RecoveryServices/vaults/backupJobs/cancel/action'] : [],
    );
    // Which job, and since when.
    expect(check.remedies).toMatchObject([{ kind: 'job', machine: 'app01', since }]);
  },
);

test('a name of 64 characters is compared to its end', async () => {
  const it = targetWorld();
  const long = 'a'.repeat(63);
  const one = await it.order('new VM', { ...wanted, vm: `${long}b` });
  const beside = await it.order('new VM', { ...wanted, vm: `${long}c`, group: 'rg-web' });
  const same = await it.order('new VM', { ...wanted, vm: `${long}B`, group: 'rg-web' });
  await beside.startByOther();
  it.pass();
  const id = one.begin();
  expect((await it.review(one, id)).check.state).toBe('passed');
  await same.startByOther();
  it.pass();
  const { check } = await it.review(one, id);
  expect(check.state).toBe('warned');
  expect(check.found).toContain(`creating ${long}B in rg-web.`);
});

test('two drafts of one name for two groups in one moment are one restore', async () => {
  const it = targetWorld();
  const one = await it.order('new VM', wanted);
  const other = await it.order('new VM', { ...wanted, vm: 'APP01-Night', group: 'RG-Web' });
  const ids = [one.begin(), other.begin()] as const;
  const [first, second] = [await it.review(one, ids[0]), await it.review(other, ids[1])];
  await Promise.all([it.press(one, ids[0], first.reads), it.press(other, ids[1], second.reads)]);
  expect(submissionOf(ids[0])).toMatchObject({ state: 'accepted' });
  expect(submissionOf(ids[1])).toMatchObject({ heldBack: 'sameTarget' });
});

describe('a VM of restored disks, or of a template', () => {
  const machine = (group: string, name: string) =>
    resourceId(`${prod(group)}/providers/Microsoft.Compute/virtualMachines/${name}`);
  const machines = [machine(wanted.group, wanted.vm)];
  const faultOf = (effect: FaultEffect) => ({
    type: 'fault-added' as const,
    at: 0,
    fault: { id: 'f', match: { operation: 'commvaultJobs.list' }, times: null, effect },
  });

  test.each(SERVICES)(
    'is held back once by a restore of %s in another group, with nothing sent',
    async (running) => {
      const it = targetWorld();
      const other = await it.order(KINDS[running], {
        ...wanted,
        vm: 'APP01-Night',
        group: 'rg-web',
      });
      // What the page shows is none yet.
      await holdForNames(it.client, machines, 'app01');
      await other.startByOther();
      it.pass();
      const order = { ...BUILD, machineId: machines[0] ?? BUILD.machineId };
      const action = diskActionOf(order, {
        beforeBuild: () => holdForNames(it.client, machines, 'app01'),
      });
      confirmAction(action);
      const sent = vi.spyOn(it.azure, 'fetch');
      it.clock.add(5);
      await carryOut(action);
      const [step] = recordOf(action.id)?.steps ?? [];
      expect(step).toMatchObject({ state: 'refused', refusedBy: 'page' });
      expect(JSON.stringify(step)).toContain('Another restore is creating APP01-Night in rg-web.');
      expect(sent.mock.calls.filter(([{ method }]) => method === 'PUT')).toEqual([]);
      // By then the page shows it.
      it.clock.add(5);
      await holdForNames(it.client, machines, 'app01');
    },
  );

  test('is held back once by a list that can’t be read, by name', async () => {
    const it = targetWorld();
    const hold = () => holdForNames(it.client, machines, 'app01');
    await hold();
    await it.azure.append([faultOf({ kind: 'status', status: 403 })]);
    it.clock.add(30);
    await expect(hold()).rejects.toThrow('couldn’t be read: commserve.contoso.example');
    it.clock.add(30);
    await hold();
  });
});
