import { afterEach, describe, expect, test, vi } from 'vitest';
import { recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { powerResult } from '#src/datasources/azure-vm/checks/azure.ts';
import { mayShutDown } from '#src/datasources/azure-vm/facts.ts';
import { shutDownAction } from '#src/datasources/azure-vm/steps/PowerState.tsx';
import { AS_REPLACEMENT, exampleReads, exampleView } from '#src/datasources/azure-vm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { signedIn } from '#src/datasources/azure-vm/testing-writes.ts';
import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import { app01, COMPUTE, writesAzure } from '#src/mocks/testing-writes.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { refusedAtSubmit } from '#src/wizard/explain/findings.ts';

/** Shutting down what is replaced, against the simulated Azure. */

freshStorage();
afterEach(() => {
  installClock(machineClock);
});

const world = (faults: readonly Fault[] = []) => signedIn(writesAzure({}, faults));

const machine = { id: resourceId(app01.id), name: 'app01' };

/** Confirms it and carries it out: how its request stands, by Azure's code where it has one. */
async function outcome(onDone = () => undefined): Promise<string> {
  const action = shutDownAction({ draftId: 'draft', machine }, onDone);
  confirmAction(action);
  await carryOut(action);
  const [step] = recordOf(action.id)?.steps ?? [];
  const { state, wasSo, code, refusedBy } = step ?? {};
  return [wasSo === true ? 'wasSo' : state, refusedBy, code].filter(Boolean).join(' ');
}

type Effect = Fault['effect'];

interface Ends {
  /** How the request then stands. */
  readonly stands: string;
  readonly isRunning: boolean;
}

const done: Ends = { stands: 'done', isRunning: false };
const unknown: Ends = { stands: 'unknown', isRunning: true };
const refused = (code = ''): Ends => ({
  stands: `refused service ${code}`.trim(),
  isRunning: true,
});

/** What happens to the request, and how it ends. It is sent once, whatever happens. */
const rows: readonly (readonly [string, Effect | null, Ends])[] = [
  ['nothing', null, done],
  ['a lost answer', { kind: 'answer-lost' }, done],
  ['a 500 although it was accepted', { kind: 'accepted-but-500' }, done],
  ['a connection that breaks before', { kind: 'drop' }, unknown],
  ['a page in between', { kind: 'html-page', status: 502 }, unknown],
  ['an end that is bad', { kind: 'operation-fails' }, refused()],
  ...(
    [
      ['no right to do it', 403, 'AuthorizationFailed'],
      ['a lock', 409, 'ScopeLocked'],
      ['another change of the VM', 409, 'OperationNotAllowed'],
      ['a VM that is gone', 404, 'ResourceNotFound'],
    ] as const
  ).map(([what, status, code]) => [what, { kind: 'status', status, code }, refused(code)] as const),
];

describe('a request that meets', () => {
  test('what it can meet', () => {
    expect(rows).toHaveLength(10);
  });

  test.each(rows)('%s', async (_, effect, { stands, isRunning }) => {
    const operation = 'virtualMachines.deallocate';
    const it = world(effect === null ? [] : [fault('f', { operation }, 1, effect)]);
    const onDone = vi.fn<() => undefined>();
    expect(await outcome(onDone)).toMatch(new RegExp(`^${stands}`));
    expect(it.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(onDone.mock.calls.length > 0).toBe(stands === 'done');
    expect((await getMachine(it.arm, machine.id))?.isRunning).toBe(isRunning);
  });
});

test('of one that is shut down already nothing is sent', async () => {
  const it = world();
  await it.send('POST', `${machine.id}/deallocate?${COMPUTE}`);
  it.clock.add(120);
  const onDone = vi.fn<() => undefined>();
  expect(await outcome(onDone)).toBe('wasSo');
  expect(onDone).toHaveBeenCalledOnce();
  expect(it.sent.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('its plan says what it changes, leaves and loses', () => {
  const { plan, confirmName } = shutDownAction({ draftId: 'draft', machine }, () => undefined);
  expect({ ...plan, confirmName }).toEqual({
    created: [],
    changed: ['app01: deallocated. It stays stopped.'],
    untouched: ['Disks, NICs, and restore points of app01'],
    lost: [
      'What app01 has in memory and on its temporary disk',
      'The dynamic public address of app01, if any',
    ],
    confirmName: 'app01',
  });
});

describe('a replacement', () => {
  const viewOf = (isRunning: boolean | null) =>
    exampleView(AS_REPLACEMENT, exampleReads({ machine: { isRunning } }));
  const blockedOf = (isRunning: boolean | null) => {
    const { facts, choices, model } = viewOf(isRunning);
    return refusedAtSubmit(facts, choices, model.rules).map(({ rule }) => rule.id);
  };

  test('is refused of a VM that runs, and no longer once it was read as shut down', () => {
    expect(blockedOf(true)).toContain('platform.replace.running');
    expect(blockedOf(false)).not.toContain('platform.replace.running');
  });

  test('offers to shut it down only where it runs, and the command as the other way', () => {
    const offered = (isRunning: boolean | null) =>
      powerResult(viewOf(isRunning).reads, () => undefined)?.remedies?.map((remedy) =>
        remedy.kind === 'command'
          ? ['command', remedy.isOtherWay]
          : [remedy.kind, 'label' in remedy ? remedy.label : null],
      );
    expect(offered(true)).toEqual([
      ['button', 'Shut down testVM'],
      ['command', true],
      ['again', 'Check again: testVM'],
    ]);
    expect(offered(null)).toEqual([['again', 'Check again: testVM']]);
    expect(offered(false)).toBeUndefined();
  });

  test.each([
    [['*'], true],
    [['Microsoft.Compute/virtualMachines/deallocate/action'], true],
    [['Microsoft.Compute/virtualMachines/write'], false],
  ])('by the rights %j it may be shut down: %j', (actions, may) => {
    expect(mayShutDown(exampleReads({ actions }))).toBe(may);
  });
});
