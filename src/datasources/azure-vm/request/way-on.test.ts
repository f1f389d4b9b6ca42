import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { AZURE } from '#src/api/arm/error.ts';
import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { vmDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { fileFields } from '#src/datasources/azure-vm/files/fields.ts';
import { sendForScript } from '#src/datasources/azure-vm/files/request.ts';
import { vmModel, vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { vmPlanLinesOf } from '#src/datasources/azure-vm/plan.tsx';
import { plannedRestore, sendRestore } from '#src/datasources/azure-vm/request.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { createDraft, EXAMPLE_CHOICES, SUB } from '#src/datasources/azure-vm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type FakeClock, fakeClock, fakeStorage } from '#src/lib/testing.ts';
import { exampleDisks, exampleItem } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { madeGroupsOf } from '#src/wizard/draft/sent.ts';
import { changeDraft, createDraft as createAnyDraft } from '#src/wizard/draft/store.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { openAgain, openForScript } from '#src/wizard/submit/follow.ts';
import { lookedAfterRefusal } from '#src/wizard/submit/testing-refusal.ts';
import { storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';

/** A tab with Review of a VM's draft, and a simulated Azure that refuses one request. */

const REFUSALS = [403, 409, 400, 429, 500, 'lost', 'offline'] as const;

/** What is refused, by method and part of its address, and how. */
interface Broken {
  readonly method: string;
  readonly part: string;
  readonly how: (typeof REFUSALS)[number];
}

interface RefusedTab {
  readonly azure: TestAzure;
  readonly client: TestArm;
  readonly clock: FakeClock;
  /** From now on one request is refused; null: none. */
  breaks(broken: Broken | null): void;
  /** What Review has of a draft, read anew, and whether nothing in it refuses the restore. */
  review(id: string): Promise<{ view: ReturnType<typeof vmViewOf>; isAccepted: boolean }>;
  /** One press of Restore on what Review has had; left out: on what it has now. */
  press(id: string, view?: ReturnType<typeof vmViewOf>): Promise<void>;
}

/** A tab in which waits are over at once. */
function refusedTab(scenario: 'document' | 'default'): RefusedTab {
  resetPageState();
  vi.stubGlobal('localStorage', fakeStorage().area);
  const azure = testAzure(scenario);
  const clock = fakeClock(azure.clock.now(), 1_000_000);
  installClock(clock);
  let broken: Broken | null = null;
  const client = testArm(
    async (request) => {
      const how = broken !== null && isOf(broken, request) ? broken.how : null;
      if (how === null) return azure.azure.fetch(request);
      if (how === 'lost' || how === 'offline') throw new TypeError('Failed to fetch');
      const error = { code: `Answer${String(how)}`, message: 'No.' };
      return Response.json({ error }, { status: how, headers: { 'retry-after': '1' } });
    },
    undefined,
    AZURE,
    true,
  );
  const review = async (id: string) => {
    const draft = vmDraft(storedDraft(id));
    const found = await readsThrough(client.arm, draft.choices);
    const reads = { ...found, made: madeGroupsOf(draft) };
    const view = vmViewOf(draft, reads);
    const { success } = schemaFor(vmModel, 'review', reads).safeParse(view.shown);
    return { view, isAccepted: success };
  };
  return {
    azure,
    client,
    clock,
    breaks: (next) => {
      broken = next;
      vi.stubGlobal('navigator', { onLine: next?.how !== 'offline' });
    },
    review,
    press: async (id, seen) => {
      const view = seen ?? (await review(id)).view;
      const planned = plannedRestore(view);
      if (!planned.ok) throw new Error(planned.reason);
      const confirmed = { planned: planned.value, choices: view.shown, nextSteps: [], plan: '' };
      await sendRestore(client.arm, id, confirmed, { isStillSo: () => Promise.resolve(true) });
    },
  };
}

const isOf = ({ method, part }: Broken, request: Request): boolean =>
  request.method === method && request.url.toLowerCase().includes(part.toLowerCase());

/**
 * Whatever is refused behind whichever prepared step: once the cause is gone, Review accepts the same draft,
 * the next press is accepted, and one restore comes of both.
 */

afterEach(() => {
  vi.unstubAllGlobals();
  installClock(machineClock);
});

/** A tab, and a draft in it with all chosen. */
interface Ready {
  readonly tab: RefusedTab;
  readonly id: string;
}

/** The disks of the documents' machine. */
function disks(more: Partial<VmChoices> = {}): Ready {
  const tab = refusedTab('document');
  return { tab, id: createDraft({ ...EXAMPLE_CHOICES, ...more }) };
}
const intoNewGroup = () => disks({ rg: 'rg-new', rgIsNew: true });

const app01 = defaultWorld.instances.find(({ id }) => id.endsWith(';app01'))?.id ?? '';

/** The disks of app01, in the secondary region. */
async function secondary(): Promise<Ready> {
  const tab = refusedTab('default');
  const id = createDraft({
    datasource: 'azure-vm',
    regionView: 'secondary',
    instance: app01,
    option: 'restoreDisks',
    rg: 'rg-restore-weu',
    staging: `${inGroup(production, 'rg-restore-weu')}/providers/Microsoft.Storage/storageAccounts/stprodneu01`,
    consequenceRead: true,
    warningsRead: true,
  });
  const { secondaryPoints: points } = (await tab.review(id)).view.reads;
  const point = points.state === 'known' ? (points.value[0]?.name ?? null) : null;
  changeDraft(id, (draft) => ({ ...draft, choices: { ...draft.choices, point } }));
  return { tab, id };
}

const restores = async ({ azure }: RefusedTab): Promise<number> =>
  (await azure.azure.state()).restores.length;

interface Way {
  readonly draft: () => Ready | Promise<Ready>;
  /** Presses as Review had it before anything was refused. */
  readonly pressRefused: (ready: Ready, broken: Broken) => Promise<void>;
  readonly press: (ready: Ready) => Promise<void>;
  readonly open: (id: string) => void;
  /** What has come of all presses together. */
  readonly made: (tab: RefusedTab) => Promise<number>;
}

const restore = (draft: Way['draft']): Way => ({
  draft,
  pressRefused: async ({ tab, id }, broken) => {
    const { view, isAccepted } = await tab.review(id);
    if (!isAccepted) throw new Error('Review refuses the first press.');
    tab.breaks(broken);
    await tab.press(id, view);
  },
  press: async ({ tab, id }) => {
    const { view, isAccepted } = await tab.review(id);
    if (!isAccepted) throw new Error('Review refuses the next press.');
    await tab.press(id, view);
  },
  open: openAgain,
  made: restores,
});

const pointId = exampleDisks.recoveryPointResourceId;
const pressForScript = async ({ tab, id }: Ready): Promise<void> =>
  sendForScript(tab.client.arm, id, {
    recovery: { pointId, machineId: exampleDisks.sourceResourceId },
    choices: storedDraft(id).choices,
  });

/** The script of a point of the documents' machine. */
const script: Way = {
  draft: () => {
    const tab = refusedTab('document');
    const id = createAnyDraft((draftId, at) => ({
      ...fileFields.newDraft(draftId, at, { instance: exampleItem, point: nameOf(pointId) }),
      task: 'recoverFiles',
    }));
    return { tab, id };
  },
  pressRefused: async (ready, broken) => {
    ready.tab.breaks(broken);
    await pressForScript(ready);
  },
  press: pressForScript,
  open: openForScript,
  made: async ({ azure }) => Object.keys((await azure.azure.state()).mounts).length,
};

const here = restore(disks);
const intoNew = restore(intoNewGroup);
const there = restore(secondary);

const STEPS: readonly (readonly [name: string, way: Way, method: string, part: string])[] = [
  ['the restore', here, 'POST', '/restore?'],
  ['the restore, after its group', intoNew, 'POST', '/restore?'],
  ['the look for the group', intoNew, 'HEAD', '/rg-new?'],
  ['the group', intoNew, 'PUT', '/rg-new?'],
  ['the proof of streams', here, 'POST', 'ResourceGraph'],
  ['the person’s ID', there, 'POST', '/backupAadProperties'],
  ['the right to the point', there, 'POST', '/accessToken?'],
  ['the restore there', there, 'POST', '/backupCrossRegionRestore?'],
  ['the look at a mounted point', script, 'GET', '/recoveryPoints/'],
  ['the script', script, 'POST', '/provisionInstantItemRecovery'],
];

let rows = 0;
const table = STEPS.flatMap(([name, way, method, part]) =>
  REFUSALS.map((how) => ({ name, way, broken: { method, part, how }, how })),
);

test.each(table)('$name, refused by $how, has a way on', async ({ way, broken }) => {
  const ready = await way.draft();
  const { tab, id } = ready;
  await way.pressRefused(ready, broken);
  tab.breaks(null);
  tab.clock.pass(60_000);
  tab.azure.clock.add(60);
  const { state } = submissionOf(id);
  // The outcome of a request that left is unknown: after the search a person opens the draft again.
  if (state === 'lost') way.open(id);
  if (state !== 'accepted') await way.press(ready);
  expect(submissionOf(id).state).toBe('accepted');
  expect(await way.made(tab)).toBe(1);
  rows += 1;
});

afterAll(() => {
  console.log(`Prepared steps × refusals: ${String(rows)} of ${String(table.length)} rows.`);
});

/** The disks of the documents' machine, refused once their new group was there. */
async function refusedAfterGroup(): Promise<Ready> {
  const ready = intoNewGroup();
  const broken = { method: 'POST', part: '/restore?', how: 403 } as const;
  await intoNew.pressRefused(ready, broken);
  ready.tab.breaks(null);
  await lookedAfterRefusal(
    ready.id,
    async () => [],
    (seconds) => ready.tab.clock.pass(seconds * 1000),
  );
  return ready;
}
const groupLine = async ({ tab, id }: Ready) =>
  vmPlanLinesOf((await tab.review(id)).view).created[0] ?? '';
const putsOf = ({ tab }: Ready) => tab.client.sent.filter(({ method }) => method === 'PUT').length;

test('what is shown and sent of a group that the draft created', async () => {
  expect(await groupLine(intoNewGroup())).toBe('Resource group rg-new');
  const ready = await refusedAfterGroup();
  expect(submissionOf(ready.id).state).toBe('refused');
  expect(await groupLine(ready)).toMatch(
    /^Resource group rg-new: exists already, created by Restore Center at /,
  );
  await intoNew.press(ready);
  expect(putsOf(ready)).toBe(1);
});

test('a group whose answer was lost counts as the draft’s own, without claiming more', async () => {
  const ready = await refusedAfterGroup();
  changeDraft(ready.id, (draft) => ({
    ...draft,
    madeGroups: madeGroupsOf(draft).map((one) => ({ ...one, isSure: false })),
  }));
  expect(await groupLine(ready)).toMatch(/^Resource group rg-new: exists already, requested by/);
  await intoNew.press(ready);
  expect(submissionOf(ready.id).state).toBe('accepted');
});

test('the group of another name or another draft isn’t its own', async () => {
  const { tab, id } = await refusedAfterGroup();
  const named = async (rg: string) => {
    changeDraft(id, (draft) => ({ ...draft, choices: { ...draft.choices, rg } }));
    return (await tab.review(id)).isAccepted;
  };
  expect(await named('targetRG')).toBe(false);
  expect(await named('rg-other')).toBe(true);
  // Azure's names know no letter case.
  expect(await named('RG-NEW')).toBe(true);
  const copy = createDraft({ ...EXAMPLE_CHOICES, rg: 'rg-new', rgIsNew: true });
  expect((await tab.review(copy)).isAccepted).toBe(false);
});

test('a group that was deleted meanwhile is created again', async () => {
  const ready = await refusedAfterGroup();
  const { azure } = ready.tab;
  const id = `/subscriptions/${SUB}/resourceGroups/rg-new`;
  await azure.azure.append([{ type: 'resource-removed', at: azure.clock.now(), id }]);
  expect(await groupLine(ready)).toBe('Resource group rg-new');
  await intoNew.press(ready);
  expect(putsOf(ready)).toBe(2);
});

test('a draft of before, which names its group with the press, has it as its own', async () => {
  const ready = await refusedAfterGroup();
  const { id } = ready;
  const reason = { code: '', message: '', requestId: null, groupMade: 'rg-new' };
  changeDraft(id, (draft) => ({
    ...draft,
    madeGroups: undefined,
    submission: { state: 'refused', ...reason },
  }));
  await intoNew.press(ready);
  expect(submissionOf(id).state).toBe('accepted');
  expect(storedDraft(id).madeGroups).toMatchObject([{ name: 'rg-new', at: null, isSure: true }]);
});
