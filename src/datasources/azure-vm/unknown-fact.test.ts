import { describe, expect, test, vi } from 'vitest';
import type { Problem } from '#src/model/problem.ts';
import type { FactName } from '#src/rules/facts.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { exampleReads, exampleView } from '#src/datasources/azure-vm/testing.ts';
import { unknownFact, unknownLine } from '#src/wizard/explain/unknown.ts';

const PROBLEM: Problem = {
  kind: 'forbidden',
  message: 'The client may not.',
  code: 'AuthorizationFailed',
  requestId: null,
  missingAction: 'Microsoft.Compute/virtualMachines/read',
  body: '',
  way: 'after',
};
const readAgain = vi.fn<() => void>();
const goTo = vi.fn<GoTo>();

const unknown = (fact: FactName, reads: Partial<Reads> = {}, choices: Partial<VmChoices> = {}) =>
  unknownFact(fact, exampleView(choices, { ...exampleReads(), ...reads }), goTo);

const forbidden = { state: 'forbidden', trouble: { problem: PROBLEM, readAgain } } as const;
const failed = {
  state: 'failed',
  trouble: {
    problem: {
      ...PROBLEM,
      kind: 'refused',
      message: 'Azure is busy.',
      missingAction: null,
      way: 'again',
    },
    readAgain,
  },
} as const;

describe('a fact that is not known says which it is, why, and what can be done', () => {
  test('a read that is not allowed: the action, whom to ask, and once more', () => {
    const { fact, why, way } = unknown('vm.zone', { machine: forbidden });
    expect(fact).toBe('Not known: the availability zone of the VM');
    expect(why).toBe(
      'You don’t have permission to view the source VM. Required action: Microsoft.Compute/virtualMachines/read. Ask an owner for a role with the required action, then check again.',
    );
    expect(way?.label).toBe('Read the source VM again');
    way?.go();
    expect(readAgain).toHaveBeenCalledOnce();
  });

  test('a read that failed: what Azure said, and once more', () => {
    const { why, way } = unknown('c.staging.kind', { accounts: failed });
    expect(why).toBe(
      'Azure rejected the request for the storage accounts. Azure is busy. Nothing was changed. Try again in a minute.',
    );
    expect(way?.label).toBe('Read the storage accounts again');
  });

  test('a read that gets the same answer, and nothing reads it again', () => {
    const trouble = {
      problem: { ...failed.trouble.problem, way: 'change' },
      readAgain: null,
    } as const;
    const { why, way } = unknown('c.staging.kind', { accounts: { state: 'failed', trouble } });
    expect(why).toContain('The same request gets the same answer.');
    expect(way).toBeNull();
  });

  test('a read that is on its way, and there is nothing to do', () => {
    expect(unknown('target.rgNames', { groups: { state: 'loading' } })).toMatchObject({
      why: 'Loading the resource groups',
      way: null,
    });
  });

  test('a read that did not start, by the read that it waits for', () => {
    const notStarted = { state: 'not asked' } as const;
    const { why } = unknown('vm.zone', { instance: forbidden, machine: notStarted });
    expect(why).toMatch(/^You don’t have permission to view the backup instance\./);
    const disks = unknown('vm.hasPrivateEndpointDisks', { machine: forbidden, disks: [] });
    expect(disks.why).toMatch(/^You don’t have permission to view the source VM\./);
  });

  test('of several ways the one that failed', () => {
    const { why } = unknown('vm.hasPrivateEndpointDisks', { disks: [forbidden] });
    expect(why).toMatch(/^You don’t have permission to view the disks of the source VM\./);
  });

  test('a choice that is missing, with the way to it', () => {
    const { why, way } = unknown('point.tier', {}, { point: null });
    expect(why).toBe('Depends on a selection you haven’t made.');
    expect(way?.label).toBe('Go to Restore point');
    way?.go();
    expect(goTo).toHaveBeenLastCalledWith('restore-point', 'point');
  });

  test('what only a restore in the other region asks for, with the way to that choice', () => {
    const { why, way } = unknown('point.inSecondary');
    expect(why).toBe('Depends on a selection you haven’t made.');
    way?.go();
    expect(goTo).toHaveBeenLastCalledWith('instance', 'regionView');
  });

  test('a question that is not answered, with the way to it', () => {
    const { way } = unknown('vm.dc');
    way?.go();
    expect(goTo).toHaveBeenLastCalledWith('configuration', 'dc');
  });

  test.each([
    ['vault.crrEnabled', 'Azure’s response doesn’t include it.'],
    ['vm.maxDiskGiB', 'Azure reports only the current sizes of disks, not earlier ones.'],
  ] as const)('%s: %s', (fact, why) => {
    expect(unknown(fact)).toMatchObject({ why, way: null });
  });
});

test('in an explanation it is one line', () => {
  const view = exampleView({}, { ...exampleReads(), machine: { state: 'failed' } });
  expect(unknownLine('vm.exists', view)).toBe(
    'Not known: whether the source VM exists. Couldn’t reach Azure to load the source VM. Check your connection, then try again. Nothing was changed.',
  );
});
