import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storedOperation } from '#src/api/arm/operation.ts';
import { pollFileRecovery } from '#src/api/recovery-services/files.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import { fileFields } from '#src/datasources/azure-vm/files/fields.ts';
import { mountedNoteOf, openPressOn } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { sendForScript } from '#src/datasources/azure-vm/files/request.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { instant } from '#src/lib/time.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleDisks, exampleItem } from '#src/mocks/testing-example.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { createDraft, draftsHere } from '#src/wizard/draft/store.ts';
import { earlierText } from '#src/wizard/draft/draft-text.ts';
import { openForScript, operationEnded } from '#src/wizard/submit/follow.ts';
import { heldMount } from '#src/wizard/sessions.ts';
import {
  installMachineClock,
  sendingTab,
  type SendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';

/** From the press of Get the script to the session, and what of it is stored. */

const pointId = exampleDisks.recoveryPointResourceId;
const machineId = exampleDisks.sourceResourceId;
const MOUNT = 'recoveryPoints.mount';

let tab: SendingTab;
beforeEach(() => {
  tab = sendingTab();
  vi.stubGlobal('localStorage', tab.storage.area);
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const draftId = (): string =>
  createDraft((id, at) => ({
    ...fileFields.newDraft(id, at, { instance: exampleItem, point: nameOf(pointId) }),
    task: 'recoverFiles',
  }));

const press = async (id: string): Promise<void> =>
  sendForScript(tab.client.arm, id, {
    recovery: { pointId, machineId },
    choices: storedDraft(id).choices,
  });

/** Follows an accepted draft as every page does. */
async function follow(id: string): Promise<void> {
  const sent = submissionOf(id);
  const operation = storedOperation.parse(sent.state === 'accepted' ? sent.operation : null);
  const state = await pollFileRecovery(tab.client.arm, operation);
  operationEnded(id, state.status === 'mounted' ? { ...state, pointId } : state, null);
}

const requests = () =>
  tab.client.sent.filter(({ url }) => url.includes('/provisionInstantItemRecovery'));

test('one press is one request, and its answer a session', async () => {
  const id = draftId();
  await Promise.all([press(id), press(id)]);
  expect(requests()).toHaveLength(1);
  await follow(id);
  expect(submissionOf(id).state).toBe('accepted');
  tab.pass(60);
  await follow(id);
  const { session } = storedDraft(id);
  expect(submissionOf(id).state).toBe('mounted');
  expect(session).toMatchObject({ pointId, since: tab.clock.now() });
  expect(session?.expiresAt).toBeGreaterThan(tab.clock.now() + 11 * 3_600_000);
});

test('the password and what leads to it are held in memory alone, and no longer than the page', async () => {
  const id = draftId();
  await press(id);
  tab.pass(60);
  await follow(id);
  const held = heldMount(id);
  if (held?.kind !== 'mount') throw new Error('nothing is held');
  const stored = [...tab.storage.entries.values()].join('\n');
  expect(stored).toContain('"state":"mounted"');
  expect(stored).not.toContain(held.mount.password);
  expect(stored).not.toContain('backupOperations');
  resetPageState();
  expect(heldMount(id)).toBeNull();
  expect(submissionOf(id).state).toBe('mounted');
});

test('a new script renews the session, with another password', async () => {
  const id = draftId();
  await press(id);
  tab.pass(60);
  await follow(id);
  const first = heldMount(id);
  openForScript(id);
  expect(submissionOf(id).state).toBe('none');
  expect(heldMount(id)).toBeNull();
  expect(storedDraft(id).session).toBeDefined();
  tab.pass(600);
  await press(id);
  tab.pass(60);
  await follow(id);
  const bodies = await Promise.all(requests().map(async ({ body }) => body));
  expect(bodies.map((body) => JSON.stringify(body).includes('renewExistingRegistration'))).toEqual([
    false,
    true,
  ]);
  expect(heldMount(id)).not.toEqual(first);
  expect(storedDraft(id).session?.since).toBe(tab.clock.now());
});

describe('after a lost answer another script', () => {
  /** What Review says of the point, as it is read now. */
  const noteNow = async (id: string) => {
    const moment = tab.clock.now();
    const { isMounted } = await getRecoveryPoint(tab.client.arm, pointId);
    const sentAt = openPressOn(pointId, draftsHere(), moment);
    const { session } = storedDraft(id);
    const here = { isOfPoint: true, isOfOtherDraft: false };
    return (
      mountedNoteOf({ ...here, session, press: sentAt, isMounted, readAt: moment }, moment)?.body ??
      ''
    );
  };
  const lost = async (effect: FaultEffect) => {
    const id = draftId();
    const pressedAt = tab.clock.now();
    await tab.breaks(effect, MOUNT);
    await press(id);
    openForScript(id);
    tab.pass(60);
    return { id, pressedAt };
  };

  test('is requested where the first may have mounted the point, which isn’t called elsewhere', async () => {
    const { id, pressedAt } = await lost({ kind: 'answer-lost' });
    expect(storedDraft(id).earlier).toMatchObject({ sentAt: pressedAt });
    const time = dateTimeText(instant(pressedAt));
    expect(await noteNow(id)).toContain(`This browser’s request of ${time} might have mounted it.`);
  });

  test('that is refused doesn’t say that nothing was mounted', async () => {
    const { id } = await lost({ kind: 'answer-lost' });
    await tab.breaks({ kind: 'status', status: 403 }, MOUNT);
    await press(id);
    expect(submissionOf(id).state).toBe('refused');
    expect(earlierText(storedDraft(id))).toContain('might have mounted the restore point');
  });

  test('explains what is mounted, and leaves nothing open', async () => {
    const { id } = await lost({ kind: 'drop' });
    expect(await noteNow(id)).toBe('');
    await press(id);
    tab.pass(60);
    await follow(id);
    expect(submissionOf(id).state).toBe('mounted');
    expect(storedDraft(id).earlier).toBeUndefined();
    expect(earlierText(storedDraft(id))).toBeNull();
  });
});

describe('whatever the answer is like, nothing is sent twice', () => {
  test.each([
    ['without readable headers', { kind: 'hide-headers' }, 'accepted'],
    ['Location alone', { kind: 'location-only' }, 'accepted'],
    ['lost', { kind: 'answer-lost' }, 'lost'],
    ['a page of a proxy', { kind: 'html-page' }, 'lost'],
    ['lost on its way', { kind: 'drop' }, 'lost'],
    ['500 after it was accepted', { kind: 'accepted-but-500' }, 'lost'],
    ['refused', { kind: 'status', status: 403 }, 'refused'],
  ] satisfies [string, FaultEffect, string][])('%s', async (_, effect, state) => {
    await tab.breaks(effect, MOUNT);
    const id = draftId();
    await press(id);
    expect(submissionOf(id).state).toBe(state);
    if (state === 'refused') return;
    await press(id);
    expect(requests()).toHaveLength(1);
  });

  test('with Location alone the script is read from the status', async () => {
    await tab.breaks({ kind: 'location-only' }, MOUNT);
    const id = draftId();
    await press(id);
    tab.pass(60);
    await follow(id);
    expect(heldMount(id)?.kind).toBe('mount');
  });
});

test('an answer that can’t be used is a session too, without an end', () => {
  const id = draftId();
  const accepted = {
    state: 'accepted',
    clientRequestId: 'c',
    sentAt: 1,
    operation: {},
  } as const;
  tab.storage.entries.set(
    [...tab.storage.entries.keys()].find((key) => key.includes(id)) ?? '',
    JSON.stringify({ ...storedDraft(id), submission: accepted }),
  );
  resetPageState();
  operationEnded(
    id,
    { status: 'mounted', pointId, outcome: { kind: 'none', why: 'noProgram' } },
    null,
  );
  // Kept, so that a reload doesn't advise the same request once more.
  expect(storedDraft(id).session).toMatchObject({ expiresAt: null, lacks: 'noProgram' });
  expect(heldMount(id)).toEqual({ kind: 'none', why: 'noProgram' });
});
