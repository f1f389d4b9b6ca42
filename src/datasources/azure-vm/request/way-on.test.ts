import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { AZURE } from '#src/api/arm/not-sent.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type FakeClock, fakeClock, fakeStorage } from '#src/lib/testing.ts';
import { exampleDisks, exampleItem } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';
import { nameOf } from '#src/model/resource-id.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import { vmDraft } from '#src/datasources/azure-vm/choices/schema.ts';
import { fileFields } from '#src/datasources/azure-vm/files/fields.ts';
import { sendForScript } from '#src/datasources/azure-vm/files/send.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { outcomeOf } from '#src/datasources/azure-vm/plan/outcome.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request/request.ts';
import { sendRestore } from '#src/datasources/azure-vm/request/send-machine.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { EXAMPLE_CHOICES, SUB } from '#src/datasources/azure-vm/testing.ts';
import { viewOf } from '#src/datasources/azure-vm/view.ts';
import { madeGroupsOf } from '#src/wizard/draft/made-groups.ts';
import { changeDraft, createDraft as storeNewDraft } from '#src/wizard/draft/store.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { openAgain, openForScript } from '#src/wizard/submit/follow.ts';
import { storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';

/**
 * Whatever is refused behind whichever prepared step: once the cause is gone, Review accepts the same draft,
 * the next press is accepted, and one restore comes of both.
 */

let azure: TestAzure;
let client: TestArm;
let clock: FakeClock;
/** What is refused for now: by part of its address, and how. */
let broken: { readonly part: string; readonly method: string; readonly how: Refusal } | null;

/** Opens a world in which waits are over at once. */
function open(scenario: 'document' | 'default'): void {
  azure = testAzure(scenario);
  clock = fakeClock(azure.clock.now(), 1_000_000);
  installClock(clock);
  const answer = async (request: Request): Promise<Response> => {
    const isBroken =
      broken !== null &&
      request.method === broken.method &&
      request.url.toLowerCase().includes(broken.part.toLowerCase());
    if (!isBroken || broken === null) return azure.azure.fetch(request);
    if (broken.how === 'lost' || broken.how === 'offline') throw new TypeError('Failed to fetch');
    const error = { code: `Answer${String(broken.how)}`, message: 'No.' };
    return Response.json({ error }, { status: broken.how, headers: { 'retry-after': '1' } });
  };
  client = testArm(answer, undefined, AZURE, true);
}

beforeEach(() => {
  resetPageState();
  vi.stubGlobal('localStorage', fakeStorage().area);
  broken = null;
});
afterEach(() => {
  vi.unstubAllGlobals();
  installClock(machineClock);
});

const REFUSALS = [403, 409, 400, 429, 500, 'lost', 'offline'] as const;
type Refusal = (typeof REFUSALS)[number];

/** What Review has of a draft, read anew. */
async function review(id: string) {
  const draft = vmDraft(storedDraft(id));
  const found = await readsThrough(client.arm, draft.choices);
  const reads = { ...found, made: madeGroupsOf(draft) };
  const view = viewOf(draft, reads);
  const { success: isAccepted } = schemaFor(vmModel, 'review', reads).safeParse(view.shown);
  return { view, isAccepted };
}

/** One press of Restore on the draft as Review has it. */
async function press(id: string): Promise<void> {
  const { view, isAccepted } = await review(id);
  expect(isAccepted).toBe(true);
  const planned = plannedRestore(view);
  if (!planned.ok) throw new Error(planned.reason);
  const confirmed = { planned: planned.value, choices: view.shown, nextSteps: [], plan: '' };
  await sendRestore(client.arm, id, confirmed, { isStillSo: () => Promise.resolve(true) });
}

/** The disks of the documents' machine. */
function disks(more: Partial<VmChoices> = {}): string {
  open('document');
  return createDraft({ ...EXAMPLE_CHOICES, ...more });
}
const intoNewGroup = () => disks({ rg: 'rg-new', rgIsNew: true });

const app01 = defaultWorld.instances.find(({ id }) => id.endsWith(';app01'))?.id ?? '';

/** The disks of app01, in the secondary region. */
async function secondary(): Promise<string> {
  open('default');
  const given: Partial<VmChoices> = {
    datasource: 'azure-vm',
    regionView: 'secondary',
    instance: app01,
    option: 'restoreDisks',
    rg: 'rg-restore-weu',
    staging: `${inGroup(production, 'rg-restore-weu')}/providers/Microsoft.Storage/storageAccounts/stprodneu01`,
    consequenceRead: true,
    warningsRead: true,
  };
  const id = createDraft(given);
  const { view } = await review(id);
  const points = view.reads.secondaryPoints;
  const point = points.state === 'known' ? (points.value[0]?.name ?? null) : null;
  changeDraft(id, (draft) => ({ ...draft, choices: { ...draft.choices, point } }));
  return id;
}

const restores = async (): Promise<number> => (await azure.azure.state()).restores.length;

/** The script of a point of the documents' machine. */
function script(): string {
  open('document');
  return storeNewDraft((id, at) => ({
    ...fileFields.newDraft(id, at, {
      instance: exampleItem,
      point: nameOf(exampleDisks.recoveryPointResourceId),
    }),
    task: 'recoverFiles',
  }));
}
const pressForScript = async (id: string): Promise<void> =>
  sendForScript(client.arm, id, {
    recovery: {
      pointId: exampleDisks.recoveryPointResourceId,
      machineId: exampleDisks.sourceResourceId,
    },
    choices: storedDraft(id).choices,
  });
const mounts = async (): Promise<number> =>
  client.sent.filter(({ url }) => url.includes('/provisionInstantItemRecovery')).length - before;
/** Requests of the press that was refused. */
let before = 0;

interface Step {
  readonly name: string;
  readonly draft: () => string | Promise<string>;
  readonly press?: (id: string) => Promise<void>;
  readonly made?: () => Promise<number>;
  /** Where it is refused. */
  readonly method: string;
  readonly part: string;
}

const STEPS: readonly Step[] = [
  { name: 'the restore', draft: disks, method: 'POST', part: '/restore?' },
  { name: 'the restore, after its group', draft: intoNewGroup, method: 'POST', part: '/restore?' },
  { name: 'the look for the group', draft: intoNewGroup, method: 'HEAD', part: '/rg-new?' },
  { name: 'the group', draft: intoNewGroup, method: 'PUT', part: '/rg-new?' },
  { name: 'the proof of streams', draft: disks, method: 'POST', part: 'ResourceGraph' },
  { name: 'the person’s ID', draft: secondary, method: 'POST', part: '/backupAadProperties' },
  { name: 'the right to the point', draft: secondary, method: 'POST', part: '/accessToken?' },
  {
    name: 'the restore there',
    draft: secondary,
    method: 'POST',
    part: '/backupCrossRegionRestore?',
  },
  {
    name: 'the look at a mounted point',
    draft: script,
    press: pressForScript,
    made: mounts,
    method: 'GET',
    part: '/recoveryPoints/',
  },
  {
    name: 'the script',
    draft: script,
    press: pressForScript,
    made: mounts,
    method: 'POST',
    part: '/provisionInstantItemRecovery',
  },
];

let rows = 0;
const table = STEPS.flatMap((step) => REFUSALS.map((how) => ({ step, how, name: step.name })));

test.each(table)('$name, refused by $how, has a way on', async ({ step, how }) => {
  const { press: send = press, made = restores, method, part } = step;
  const id = await step.draft();
  if (send === press) expect((await review(id)).isAccepted).toBe(true);
  broken = { method, part, how };
  if (how === 'offline') vi.stubGlobal('navigator', { onLine: false });
  await (send === press ? pressBroken(id) : send(id));
  broken = null;
  vi.stubGlobal('navigator', { onLine: true });
  before = client.sent.filter(({ url }) => url.includes('/provisionInstantItemRecovery')).length;
  const { state } = submissionOf(id);
  // The outcome of a request that left is unknown: after the search a person opens the draft again.
  if (state === 'lost') (send === press ? openAgain : openForScript)(id);
  clock.pass(60_000);
  if (state !== 'accepted') await send(id);
  expect(submissionOf(id).state).toBe('accepted');
  if (state !== 'accepted' || made === restores) expect(await made()).toBe(1);
  rows += 1;
});

afterAll(() => {
  console.log(`Prepared steps × refusals: ${String(rows)} of ${String(table.length)} rows.`);
});

/** As {@link press}, with Review as it was before anything is refused. */
async function pressBroken(id: string): Promise<void> {
  const fault = broken;
  broken = null;
  const { view } = await review(id);
  broken = fault;
  const planned = plannedRestore(view);
  if (!planned.ok) throw new Error(planned.reason);
  const confirmed = { planned: planned.value, choices: view.shown, nextSteps: [], plan: '' };
  await sendRestore(client.arm, id, confirmed, { isStillSo: () => Promise.resolve(true) });
}

test('a group whose answer was lost counts as the draft’s own', async () => {
  const id = intoNewGroup();
  await refuseAfterGroup(id);
  // As if no answer had said that it was created.
  changeDraft(id, (draft) => ({
    ...draft,
    madeGroups: madeGroupsOf(draft).map((one) => ({ ...one, isSure: false })),
  }));
  const { view, isAccepted } = await review(id);
  expect(isAccepted).toBe(true);
  expect(outcomeOf(view).created[0]).toMatch(/^Resource group rg-new: exists already, requested/);
});

async function refuseAfterGroup(id: string): Promise<void> {
  broken = { method: 'POST', part: '/restore?', how: 403 };
  await pressBroken(id);
  broken = null;
  expect(submissionOf(id).state).toBe('refused');
}

test('what is shown and sent of a group that the draft created', async () => {
  const id = intoNewGroup();
  expect(outcomeOf((await review(id)).view).created[0]).toBe('Resource group rg-new');
  await refuseAfterGroup(id);
  expect(outcomeOf((await review(id)).view).created[0]).toMatch(
    /^Resource group rg-new: exists already, created by this restore at /,
  );
  await press(id);
  expect(client.sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('the group of another name, subscription or draft is somebody else’s', async () => {
  const id = intoNewGroup();
  await refuseAfterGroup(id);
  const named = async (rg: string) => {
    changeDraft(id, (draft) => ({ ...draft, choices: { ...draft.choices, rg } }));
    return (await review(id)).isAccepted;
  };
  expect(await named('targetRG')).toBe(false);
  expect(await named('rg-other')).toBe(true);
  // Azure's names know no letter case.
  expect(await named('RG-NEW')).toBe(true);
  const { id: _id, ...other } = storedDraft(id);
  const copy = createDraft({});
  changeDraft(copy, () => ({ ...other, id: copy, madeGroups: undefined }));
  expect((await review(copy)).isAccepted).toBe(false);
});

test('a group that was deleted meanwhile is created again', async () => {
  const id = intoNewGroup();
  await refuseAfterGroup(id);
  const groupId = `/subscriptions/${SUB}/resourceGroups/rg-new`;
  await azure.azure.append([{ type: 'resource-removed', at: azure.clock.now(), id: groupId }]);
  expect(outcomeOf((await review(id)).view).created[0]).toBe('Resource group rg-new');
  await press(id);
  expect(client.sent.filter(({ method }) => method === 'PUT')).toHaveLength(2);
});

test('a draft of before, which names its group with the press, has it as its own', async () => {
  const id = intoNewGroup();
  await refuseAfterGroup(id);
  const reason = { code: '', message: '', requestId: null, groupMade: 'rg-new' };
  changeDraft(id, (draft) => ({
    ...draft,
    madeGroups: undefined,
    submission: { state: 'refused', ...reason },
  }));
  await press(id);
  expect(submissionOf(id).state).toBe('accepted');
  expect(storedDraft(id).madeGroups).toMatchObject([{ name: 'rg-new', at: null, isSure: true }]);
});
