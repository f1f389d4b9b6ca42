import { environmentManager, QueryClient } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Sent } from '#src/api/arm/testing.ts';
import { deployMutation } from '#src/api/queries/deployments.ts';
import { provideJobSources } from '#src/api/queries/jobs.ts';
import { tried, type Write } from '#src/api/queries/testing-write.ts';
import { deployed, NEW_VM, orderIn, WRITES } from '#src/api/queries/testing-writes.ts';
import { installWorldClock } from '#src/api/queries/testing.ts';
import { sendRestore } from '#src/datasources/azure-vm/request.ts';
import { confirmedExample } from '#src/datasources/azure-vm/request/testing.ts';
import { createDraft, EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { JOB_SOURCES } from '#src/datasources/registry.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { nameIfOwn } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeClock, freshStorage, quickLooks } from '#src/lib/testing.ts';
import { stagedGroup } from '#src/mocks/testing-staged.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import {
  asPressed,
  type Press,
  type Pressing,
  PRESSES,
} from '#src/wizard/submit/testing-outcomes.ts';
import { RESTORES } from '#src/wizard/submit/testing-restores.ts';

/** The table of locks: each request that starts something, pressed as its page presses it, by what is locked when it leaves. */

const storage = freshStorage();
const held = new Set<string>();
beforeAll(() => {
  provideJobSources(JOB_SOURCES);
  environmentManager.setIsServer(() => false);
});
afterAll(() => environmentManager.setIsServer(() => true));
beforeEach(() => {
  quickLooks({ setTimeout, setInterval });
  storage.entries.clear();
  resetPageState();
  vi.stubGlobal('navigator', { onLine: true, locks: { request: notingRequest() } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  installClock(machineClock);
});

/** The locks of the browser, which are noted as long as they are held. */
function notingRequest() {
  const { locks } = navigator;
  return (name: string, ...rest: readonly unknown[]): unknown => {
    const task = rest.at(-1);
    if (typeof task !== 'function') throw new Error('a lock without a task');
    const noting = async (lock: unknown): Promise<unknown> => {
      if (lock !== null) held.add(name);
      try {
        return await Reflect.apply(task, undefined, [lock]);
      } finally {
        if (lock !== null) held.delete(name);
      }
    };
    return Reflect.apply(locks.request, locks, [name, ...rest.slice(0, -1), noting]);
  };
}

const onlyPressed = (press: () => Promise<unknown>): Press => ({
  press,
  shown: () => ({ outcome: 'done', text: '', way: null }),
  wayOn: press,
});

/** As their pages press what `PRESSES` sends by itself. */
const WHOLE: Readonly<Record<string, Pressing>> = {
  createDeployment: async (it) => {
    const order = await orderIn(it);
    const write = deployMutation(resourceId('/job'));
    const client = new QueryClient();
    const wanted = {
      groupId: resourceId(stagedGroup),
      order: async () => order,
      nameBeside: () => nameOf(deployed),
      onSend: () => undefined,
      onOutcome: () => undefined,
    };
    return onlyPressed(() => client.getMutationCache().build(client, write).execute(wanted));
  },
  createResourceGroup: ({ arm }) => {
    const choices = { rg: 'rg-new', rgIsNew: true };
    const id = createDraft({ ...EXAMPLE_CHOICES, ...choices });
    const isStillSo = () => Promise.resolve(true);
    return onlyPressed(() => sendRestore(arm, id, confirmedExample(choices), { isStillSo }));
  },
};

/** Requests that have no lock of what they write. */
const NO_LOCK: Readonly<Record<string, string>> = {
  startValidation: 'it changes nothing',
  startDiskValidation: 'it changes nothing',
  renewTokens: 'the lock of its CommServe: `session.test.ts`',
  deleteMachine: 'no page sends it',
  writePublicAddress: 'no page sends it',
  deletePublicAddress: 'no page sends it',
};

/** Requests without a lock of the resource in their address. */
const OTHER_ADDRESS: Readonly<Record<string, string>> = {
  undeleteDisk: 'what is deleted has another address',
  protectMachine: 'its vault first looks for the VM',
  registerSqlMachine: 'the registration is of the VM',
  createResourceGroup: 'a part of the restore into it',
  createDeployment: 'its name is chosen under the lock of the job',
  grantRole: 'the assignment gets a random name, so the identity is locked at its scope',
  removeRoleAssignment: 'the same lock as that of giving it',
  killJob: 'a job of a CommServe has an ID of ours',
};

const ROWS = [...WRITES, NEW_VM].filter(({ of }) => NO_LOCK[of] === undefined);

interface Locked {
  readonly request: Sent;
  /** What is locked as it leaves, without the locks of what was confirmed: a draft, or a plan. */
  readonly locks: readonly string[];
}

/** What is locked when the requests of a row leave. */
async function lockedBy(write: Write): Promise<readonly Locked[]> {
  const pressing = WHOLE[write.of] ?? RESTORES[write.of] ?? PRESSES[write.of];
  if (pressing === undefined) throw new Error(`${write.of} has no press`);
  const isPart = write.of === 'createResourceGroup';
  const row = isPart ? { ...NEW_VM, of: write.of } : write;
  const clock = fakeClock();
  clock.pause(true);
  const locked: Locked[] = [];
  await tried(
    asPressed(
      row,
      pressing,
      (it) => (seconds) => {
        it.clock.add(seconds);
        clock.jump(seconds * 1000);
      },
      () => undefined,
    ),
    {
      canStream: true,
      clockOf: (world) => {
        if (RESTORES[write.of] === undefined && !isPart) return installWorldClock(world.clock);
        clock.jump(world.clock.now());
        return installClock(clock);
      },
      onStart: (request) => {
        const names = [...held].flatMap((name) => nameIfOwn(name) ?? []);
        const locks = names.filter((name) => /^(?:write\.|target\/|deploy\.)/.test(name));
        locked.push({ request, locks });
      },
    },
  );
  return isPart ? locked.filter(({ request }) => request.method === 'PUT') : locked;
}

/** Its kind and its name. */
const shortOf = (lock: string): string =>
  lock
    .split('/')
    .slice(-2)
    .join('/')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32}/g, '#');

/** Whether a lock is of the resource in the address of a request; a restore is sent to a vault, and creates its target. */
const isOfRequest = ({ request, locks }: Locked, isRestore: boolean): boolean => {
  const path = decodeURIComponent(new URL(request.url).pathname).toLowerCase();
  return locks.some((lock) => {
    const id = lock.replace(/^write\./, '');
    return (isRestore && lock.startsWith('target/')) || path === id || path.startsWith(`${id}/`);
  });
};

test.each(ROWS)('$of leaves under the lock of what it writes', async (write) => {
  const all = await lockedBy(write);
  expect(all.length).toBeGreaterThan(0);
  expect(all.every(({ locks }) => locks.length > 0)).toBe(true);
  const isRestore = RESTORES[write.of] !== undefined;
  const others = all.filter((one) => !isOfRequest(one, isRestore));
  expect(others.length > 0).toBe(OTHER_ADDRESS[write.of] !== undefined);
  const names = all.flatMap(({ locks }) => locks.map(shortOf));
  expect([...new Set(names)].toSorted()).toEqual(TABLE[write.of]);
});

test('each write is in the table, or has a reason why not', () => {
  expect([...Object.keys(TABLE), ...Object.keys(NO_LOCK)].toSorted()).toEqual(
    [...WRITES, NEW_VM].map(({ of }) => of).toSorted(),
  );
});

/** Kind and name of what is locked as each request leaves. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  restoreRequest: ['targetrg/testvm'],
  'restoreRequest of a new VM': ['targetrg/newvm'],
  secondaryRestoreRequest: ['rg-restore-weu/app01'],
  startDiskRestore: ['rg-restore-weu/restored'],
  createTask: ['rg-restore-weu/app01-r'],
  createResourceGroup: ['rg-new/testvm'],
  startFileRecovery: ['vm;testrg;testvm/20982486783671'],
  endFileRecovery: ['recoverypoints/20982486783671'],
  cancelJob: ['backupjobs/#'],
  killJob: ['job/8163493'],
  cancelDeployment: ['deployments/rc-1-1'],
  createDeployment: ['deploy./job'],
  changeCrossSubscription: ['vaults/rsv-prod-weu'],
  undeleteItem: ['protecteditems/vm;iaasvmcontainerv2;rg-hr;hr-stage-02'],
  undeleteDisk: ['backupinstances/hr-stage-02_datadisk_0-hr-stage-02_datadisk_0-#'],
  protectMachine: [
    'protecteditems/vm;iaasvmcontainerv2;rg-app-prod;app99',
    'virtualmachines/app99',
  ],
  writeMachine: ['disks/new-os', 'virtualmachines/built'],
  patchMachine: ['virtualmachines/app01'],
  deallocateMachine: ['virtualmachines/app01'],
  startMachine: ['virtualmachines/app01'],
  attachDetachDisks: ['disks/new-data', 'virtualmachines/app01'],
  putExtension: ['virtualmachines/app01'],
  registerSqlMachine: ['virtualmachines/app01'],
  writeInterface: ['networkinterfaces/new-nic'],
  deleteInterface: ['networkinterfaces/new-nic'],
  deleteDisk: ['disks/new-os'],
  removeContainer: ['containers/testvm-#'],
  grantRole: ['roleassignments/#'],
  removeRoleAssignment: ['roleassignments/#'],
};
