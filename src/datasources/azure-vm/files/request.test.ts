import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetRecord, recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { followOperation, storedOperation } from '#src/api/arm/operation.ts';
import { pollFileRecovery, startFileRecovery } from '#src/api/recovery-services/files.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import { checkScripts } from '#src/datasources/azure-vm/files/RunnerPanel.tsx';
import {
  downloadLine,
  linuxLine,
  startLine,
} from '#src/datasources/azure-vm/files/FileSession.tsx';
import { unmountAction } from '#src/datasources/azure-vm/files/UnmountDisks.tsx';
import { fileFields } from '#src/datasources/azure-vm/files/fields.ts';
import { mountedNoteOf, openPressOn } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { sendForScript } from '#src/datasources/azure-vm/files/request.ts';
import { signedIn } from '#src/datasources/azure-vm/testing-writes.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { powerShellString } from '#src/lib/testing-shell.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleDisks, exampleItem } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { installClock, machineClock, now } from '#src/lib/clock.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { earlierText } from '#src/wizard/draft/draft-text.ts';
import { createDraft, draftsHere } from '#src/wizard/draft/store.ts';
import { heldMount } from '#src/wizard/sessions.ts';
import { openForScript, operationEnded, recordRefusal } from '#src/wizard/submit/follow.ts';
import {
  installMachineClock,
  sendingTab,
  type SendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';

/** From the press of Get the script to the session, and what of it is stored. */
describe('the script', () => {
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
    expect(
      bodies.map((body) => JSON.stringify(body).includes('renewExistingRegistration')),
    ).toEqual([false, true]);
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
        mountedNoteOf({ ...here, session, press: sentAt, isMounted, readAt: moment }, moment)
          ?.body ?? ''
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
      expect(await noteNow(id)).toContain(
        `This browser’s request of ${time} might have mounted it.`,
      );
    });

    test('that is refused doesn’t say that nothing was mounted', async () => {
      const { id } = await lost({ kind: 'answer-lost' });
      await tab.breaks({ kind: 'status', status: 403 }, MOUNT);
      await press(id);
      recordRefusal(id, now());
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
      ['refused', { kind: 'status', status: 403 }, 'lost'],
    ] satisfies [string, FaultEffect, string][])('%s', async (_, effect, state) => {
      await tab.breaks(effect, MOUNT);
      const id = draftId();
      await press(id);
      expect(submissionOf(id).state).toBe(state);
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
    const accepted = { state: 'accepted', clientRequestId: 'c', sentAt: 1, operation: {} } as const;
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
});

/** Unmounts a restore point of the simulated Azure. */
describe('unmounting', () => {
  const pointId = exampleDisks.recoveryPointResourceId;
  const machineId = exampleDisks.sourceResourceId;

  freshStorage();
  beforeEach(() => {
    vi.stubGlobal('navigator', {});
  });
  afterEach(() => {
    installClock(machineClock);
  });

  function world() {
    const { azure, arm, sent } = signedIn(testAzure('default'));
    return {
      mount: async () => {
        const start = await startFileRecovery(arm, { pointId, machineId }, 'client');
        await followOperation(arm, start?.operation ?? null);
      },
      revokes: () => sent.filter(({ url }) => url.includes('revoke')).length,
      fault: (effect: FaultEffect) =>
        azure.append([
          {
            type: 'fault-added',
            at: 0,
            fault: { id: 'f', match: { operation: 'recoveryPoints.unmount' }, times: 1, effect },
          },
        ]),
    };
  }

  const actionOf = (since: number | null, onDone = vi.fn<() => void>()) => ({
    action: unmountAction({ pointId, machine: 'app01', since }, onDone),
    onDone,
  });

  async function confirmed(since: number | null) {
    const { action, onDone } = actionOf(since);
    confirmAction(action);
    await carryOut(action);
    const [step] = recordOf(action.id)?.steps ?? [];
    return { state: step?.state, wasSo: step?.wasSo, done: onDone.mock.calls.length };
  }

  test('a mounted point is unmounted by one request and read back', async () => {
    const { mount, revokes } = world();
    await mount();
    expect(await confirmed(1)).toEqual({ state: 'done', wasSo: undefined, done: 1 });
    expect(revokes()).toBe(1);
  });

  test('nothing is sent for a point that is not mounted', async () => {
    const { revokes } = world();
    expect(await confirmed(1)).toEqual({ state: 'done', wasSo: true, done: 1 });
    expect(revokes()).toBe(0);
  });

  test('a lost answer is read back, and the request is not sent again', async () => {
    const { mount, revokes, fault } = world();
    await mount();
    await fault({ kind: 'answer-lost' });
    const { state } = await confirmed(1);
    expect([state, revokes()]).toEqual(['unknown', 1]);
  });

  test('a refusal leaves the session as it is', async () => {
    const { mount, fault } = world();
    await mount();
    await fault({ kind: 'status', status: 403, code: 'AuthorizationFailed' });
    expect(await confirmed(1)).toMatchObject({ state: 'refused', done: 0 });
  });

  test('a later session can be unmounted, and one started elsewhere again', async () => {
    const { mount, revokes } = world();
    await mount();
    await confirmed(1);
    await mount();
    await confirmed(2);
    await mount();
    await confirmed(null);
    await mount();
    forgetRecord(actionOf(null).action.id);
    expect(await confirmed(null)).toMatchObject({ state: 'done', done: 1 });
    expect(revokes()).toBe(4);
  });

  test('a later session of a point has no record of an earlier one', () => {
    const other = unmountAction(
      { pointId: resourceId(`${pointId}0`), machine: 'app01', since: 1 },
      vi.fn(),
    );
    const ids = [1, 2, null].map((since) => actionOf(since).action.id);
    expect(new Set([...ids, other.id]).size).toBe(4);
  });

  test('what it changes and loses shows before it is confirmed', () => {
    const { plan, confirmName } = actionOf(1).action;
    expect(confirmName).toBe('app01');
    expect(plan.created).toEqual([]);
    expect(plan.changed.join(' ')).toContain('The script stops working.');
    expect(plan.untouched.join(' ')).toContain('app01');
    expect(plan.lost).toHaveLength(1);
  });
});

test('a script for Linux is made to run under its name', () => {
  expect(linuxLine("vm's_1.py")).toMatchObject({
    ok: true,
    value: String.raw`chmod +x './vm'\''s_1.py' && sudo './vm'\''s_1.py'`,
  });
});

test('the program for Windows gets the name that it needs', () => {
  expect(downloadLine('a’b.exe', 'https://download.microsoft.com/x.exe')).toMatchObject({
    ok: true,
    value: "Invoke-WebRequest -Uri 'https://download.microsoft.com/x.exe' -OutFile 'a’’b.exe'",
  });
  expect(startLine('vm_1.exe')).toMatchObject({
    ok: true,
    value: String.raw`Start-Process -FilePath '.\vm_1.exe' -Verb RunAs`,
  });
});

test('a name that can’t be an argument is refused, and says which', () => {
  for (const line of [
    linuxLine('\ud800'),
    startLine('\ud800'),
    downloadLine('\ud800', 'https://x/'),
  ]) {
    expect(line).toMatchObject({ ok: false, reason: { why: 'halfCharacter' } });
  }
});

const SERVICE = 'pod01-rec2.wcus.backup.windowsazure.com';

/** What the check for bash prints where only these programs answer. */
function printed(script: string, input: string, programs: string): string {
  return execFileSync('/bin/bash', ['--norc', '--noprofile', '-c', `${programs}\n${script}`], {
    env: { PATH: '/nowhere', LANG: 'C.UTF-8' },
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Every address can be reached but these ports; of the programs there is `iscsiadm` alone. */
const withoutPorts = (...ports: readonly number[]): string =>
  [
    `timeout() { case " ${ports.join(' ')} " in *" $6 "*) return 124;; esac; }`,
    'iscsiadm() { :; }',
  ].join('\n');

test('the check for bash says of each requirement whether it is met', () => {
  expect(printed(checkScripts('wcus').bash, '', withoutPorts(3260))).toBe(
    [
      'OK     download.microsoft.com:443',
      `FAILED ${SERVICE}:3260`,
      'OK     bash 4',
      'FAILED Python 2.6.6',
      'OK     open-iscsi',
      'FAILED lshw',
      'Locale: C.UTF-8',
      '',
    ].join('\n'),
  );
});

test('while the geography is not known the check asks for it, and leaves it out', () => {
  const output = printed(checkScripts(null).bash, 'eus\n', withoutPorts());
  expect(output).toContain('OK     pod01-rec2.eus.backup.windowsazure.com:3260\n');
  expect(printed(checkScripts(null).bash, '\n', withoutPorts())).not.toContain('3260');
  expect(checkScripts(null).powerShell).toContain('Read-Host');
  expect(checkScripts('wcus').powerShell).not.toContain('Read-Host');
});

test('the check for PowerShell tries both ports of both addresses', () => {
  const { powerShell } = checkScripts('wcus');
  const lines = powerShell.split('\n');
  const service = lines.find((line) => line.startsWith('$service = ')) ?? '';
  expect(powerShellString(service.slice('$service = '.length))).toEqual({
    value: SERVICE,
    rest: '',
  });
  expect(lines.filter((line) => line.includes('Test-Port ') && !line.includes('function'))).toEqual(
    ["Test-Port 'download.microsoft.com' 443", 'if ($service) { Test-Port $service 3260 }'],
  );
});

test.each(["wcus'; reboot #", '$(reboot)', 'a b', ''])(
  'what is no geography, %j, is in no script',
  (geo) => {
    expect(checkScripts(geo)).toEqual(checkScripts(null));
  },
);
