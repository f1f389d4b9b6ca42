import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GuardedAction } from '#src/actions/action.ts';
import { actionStatusText, stateWord } from '#src/actions/ActionPanel.tsx';
import type { StepOrder } from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { BUILD } from '#src/datasources/azure-vm/testing-writes.ts';
import { freshStorage, TEST_OWNER } from '#src/lib/testing.ts';
import { role } from '#src/api/queries/testing-writes.ts';
import { app01, diskId, nicId, withNic, writesAzure } from '#src/mocks/testing-writes.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { CrossSubscriptionState } from '#src/model/vaults.ts';
import { actions as words } from '#src/strings/actions.ts';

/** What two tabs write of the same resources in one moment: each write leaves once, and the other tab says by whom. */

freshStorage();

/** A tab with a memory of its own, over the storage and the locks of all. */
async function newTab() {
  vi.resetModules();
  const { setOwner } = await import('#src/lib/owner.ts');
  setOwner(TEST_OWNER);
  const { resetPageState } = await import('#src/lib/page-state.ts');
  const { installWorldClock } = await import('#src/api/queries/testing.ts');
  const { testArm } = await import('#src/api/arm/testing.ts');
  const { startSession } = await import('#src/api/arm/pipeline.ts');
  const run = await import('#src/actions/run.ts');
  const { recordOf } = await import('#src/actions/record.ts');
  const { diskActionOf } = await import('#src/datasources/azure-vm/disks/orders.ts');
  const steps = await import('#src/datasources/azure-vm/next-steps/orders.ts');
  const { deleteDiskStep, deleteInterfaceStep } = await import('#src/actions/delete-steps.ts');
  const { grantMutation } = await import('#src/actions/roles.ts');
  const { vaultChangeMutation } = await import('#src/actions/vault-change.ts');
  const { cancelMutation } = await import('#src/api/queries/use-write.ts');
  const { environmentManager, QueryClient } = await import('@tanstack/react-query');
  // The cache reads again by itself only where it takes itself to be in a browser.
  environmentManager.setIsServer(() => false);
  let writes: string[] = [];
  return {
    diskActionOf,
    /** Deletes leftover resources, each alone. */
    deleteActionOf: (at: number, ids: readonly ResourceId[]): GuardedAction => ({
      id: `leftovers.${String(at)}`,
      sentence: '',
      plan: { created: [], changed: [], untouched: [], lost: [] },
      confirmName: '',
      steps: ids.map((id) => ({
        id,
        title: `Delete ${nameOf(id)}`,
        ...(id.includes('/disks/') ? deleteDiskStep(id) : deleteInterfaceStep(id)),
      })),
      isEachAlone: true,
    }),
    stepActionOf: (order: StepOrder) => steps.stepActionOf(order, () => undefined),
    grant: () => {
      const client = new QueryClient();
      return client.getMutationCache().build(client, grantMutation(role)).execute();
    },
    change: (wanted: CrossSubscriptionState) => {
      const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
      const mutation = vaultChangeMutation(resourceId(prodVault));
      return client.getMutationCache().build(client, mutation).execute({ wanted });
    },
    /** Cancels what is canceled from the first request on. */
    cancel: (canceled: { times: number }) => {
      const client = new QueryClient();
      const mutation = cancelMutation(['cancel', '/job'], {
        id: '/job',
        cancel: async () => void (canceled.times += 1),
        isCanceled: async () => canceled.times > 0,
        queryKey: ['job'],
      });
      return client.getMutationCache().build(client, mutation).execute();
    },
    /** Loads the page of a world. `sending`: what comes before Azure gets a write. */
    load: (world: TestAzure, sending: () => Promise<unknown> = async () => undefined) => {
      resetPageState();
      installWorldClock(world.clock);
      writes = [];
      const { arm } = testArm(async (request) => {
        if (request.method !== 'GET') {
          writes.push(`${request.method} ${new URL(request.url).pathname.split('/').at(-1) ?? ''}`);
          await sending();
        }
        return world.azure.fetch(request);
      });
      startSession(arm);
    },
    confirm: async (action: GuardedAction) => {
      run.confirmAction(action);
      await run.carryOut(action);
    },
    /** What the page says of each step, and of the whole while this tab carries it out. */
    says: ({ id }: GuardedAction) => {
      const record = recordOf(id);
      if (record === null) throw new Error('it was not confirmed');
      return {
        steps: record.steps.map((step) => words.state[stateWord(step)]),
        line: actionStatusText('here', record),
        messages: record.steps.map(({ message }) => message),
      };
    },
    writes: () => writes,
  };
}
type Tab = Awaited<ReturnType<typeof newTab>>;

let one: Tab;
let other: Tab;
beforeAll(async () => {
  one = await newTab();
  other = await newTab();
});

/** Both tabs in a world. */
async function inWorld(world: TestAzure | Promise<TestAzure>): Promise<TestAzure> {
  const azure = await world;
  for (const tab of [one, other]) tab.load(azure);
  return azure;
}

const written = (): string[] => [...one.writes(), ...other.writes()];

const vm = resourceId(app01.id);
const disk = diskId('new-data');
const nic = nicId('new-nic');

interface Plan {
  readonly world?: () => Promise<TestAzure>;
  readonly action: (tab: Tab, at: number) => GuardedAction;
  /** What it takes. */
  readonly writes: readonly string[];
}

const PLANS: Readonly<Record<string, Plan>> = {
  'a VM of restored disks': {
    action: (tab, at) => tab.diskActionOf({ ...BUILD, at }),
    writes: ['PUT new-nic', 'PUT built01'],
  },
  'a disk for a VM': {
    action: (tab, at) =>
      tab.diskActionOf({ kind: 'attach', at, machineId: vm, diskId: disk, lun: 9 }),
    writes: ['POST attachDetachDataDisks'],
  },
  'another OS disk for a VM that runs': {
    action: (tab, at) =>
      tab.diskActionOf({
        kind: 'swap',
        at,
        machineId: vm,
        diskId: diskId('new-os'),
        before: null,
        wasRunning: true,
      }),
    writes: ['POST deallocate', 'PUT app01', 'POST start'],
  },
  'two leftover resources': {
    world: () => withNic(writesAzure()),
    action: (tab, at) => tab.deleteActionOf(at, [disk, nic]),
    writes: ['DELETE new-data', 'DELETE new-nic'],
  },
  'a license for a VM': {
    action: (tab, at) =>
      tab.stepActionOf({ kind: 'license', at, machineId: vm, license: 'Windows_Server' }),
    writes: ['PATCH app01'],
  },
};

test.each(Object.entries(PLANS))(
  '%s: planned in two tabs, each write leaves once',
  async (_, { world = async () => writesAzure(), action, writes }) => {
    await inWorld(world());
    const [plan, same] = [action(one, 1), action(other, 2)];
    await Promise.all([one.confirm(plan), other.confirm(same)]);
    expect(written().toSorted()).toEqual([...writes].toSorted());
    // Which of them comes first is the browser's choice, for each resource.
    const both = plan.steps.map((_step, index) => [
      one.says(plan).steps[index],
      other.says(same).steps[index],
    ]);
    for (const texts of both)
      expect(new Set(texts)).toEqual(new Set(['Done', words.state.elsewhere]));
  },
);

describe('the lock is of what is written', () => {
  test('a disk that one tab attaches isn’t deleted by another, which says that it waits', async () => {
    const azure = await inWorld(writesAzure());
    const attach = one.diskActionOf({
      kind: 'attach',
      at: 1,
      machineId: vm,
      diskId: disk,
      lun: 9,
    });
    const deletion = other.deleteActionOf(1, [disk]);
    let deleting: Promise<void> = Promise.resolve();
    one.load(azure, async () => {
      deleting = other.confirm(deletion);
      await expect.poll(() => other.says(deletion).line).toBe(words.waits);
    });
    await one.confirm(attach);
    await deleting;
    expect(written()).toEqual(['POST attachDetachDataDisks']);
    const { steps, line, messages } = other.says(deletion);
    expect(steps).toEqual([words.state.notSent]);
    expect(messages[0]).toContain('It is attached to app01 now.');
    expect(line).not.toBe(words.waits);
  });

  test('another plan for the same VM waits, and is then carried out', async () => {
    await inWorld(writesAzure());
    const at = { at: 1, machineId: vm } as const;
    const attach = one.diskActionOf({ kind: 'attach', ...at, diskId: disk, lun: 9 });
    const swap = other.diskActionOf({
      kind: 'swap',
      ...at,
      diskId: diskId('new-os'),
      before: null,
      wasRunning: true,
    });
    await Promise.all([one.confirm(attach), other.confirm(swap)]);
    expect(one.says(attach).steps).toEqual(['Done']);
    expect(other.says(swap).steps).toEqual(['Done', 'Done', 'Done']);
    expect(written()).toHaveLength(4);
  });
});

describe('a press', () => {
  test('gives a role once', async () => {
    await inWorld(testAzure('default'));
    await Promise.all([one.grant(), other.grant()]);
    expect(written()).toHaveLength(1);
  });

  test('cancels once', async () => {
    const canceled = { times: 0 };
    await Promise.all([one.cancel(canceled), other.cancel(canceled)]);
    expect(canceled.times).toBe(1);
  });

  test.each([
    ['disabled', 1],
    ['permanentlyDisabled', 2],
  ] as const)('changes a vault that another changes: %s', async (wanted, times) => {
    const azure = await inWorld(testAzure('default'));
    let changing: Promise<unknown> = Promise.resolve();
    one.load(azure, async () => {
      changing = other.change(wanted);
    });
    expect(await one.change('disabled')).toEqual({ kind: 'done' });
    expect(await changing).toEqual({ kind: 'done' });
    expect(written()).toHaveLength(times);
  });
});

describe('a browser without locks', () => {
  beforeEach(() => vi.stubGlobal('navigator', { onLine: true }));
  afterEach(() => void vi.unstubAllGlobals());

  test('carries a plan out', async () => {
    await inWorld(writesAzure());
    const plan = one.deleteActionOf(1, [disk]);
    await one.confirm(plan);
    expect(written()).toEqual(['DELETE new-data']);
    expect(one.says(plan).steps).toEqual(['Done']);
  });
});
