import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { findingsOf, isParticular } from '#src/wizard/explain/findings.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  encryptionSetId,
  exampleCard,
  exampleReads,
  exampleView,
  networkId,
} from '#src/datasources/azure-vm/testing.ts';
import type { CheckState } from '#src/wizard/review/check.ts';
import {
  CHECKS,
  isReadyForAzure,
  type CheckedLine,
  vmSumOf,
} from '#src/datasources/azure-vm/checks/lines.ts';
import { PLACE_ROWS } from '#src/datasources/azure-vm/checks/testing-place-rows.ts';
import { ROWS } from '#src/datasources/azure-vm/checks/testing-rows.ts';
import {
  type Case,
  everything,
  lineFor,
  linesFor,
  loading,
  onlyLook,
  read,
  restoresOfDay,
} from '#src/datasources/azure-vm/checks/testing.ts';

/** The source is on another network than its copy. */
const apart = exampleReads({
  cards: [{ ...exampleCard, subnetIds: [resourceId(`${networkId}-other/subnets/default`)] }],
});

const rows = [...ROWS, ...PLACE_ROWS];

describe('a line', () => {
  test.each(rows)('%s, %s', (...[id, , wanted, state, found]) => {
    const line = lineFor(id, wanted);
    expect(line?.state).toBe(state);
    expect(line?.found).toMatch(found);
  });

  test('that is not passed for want of a read offers to read it again, or says whom to ask', () => {
    const lines = rows.flatMap(([id, , wanted, state]) =>
      state === 'notChecked' ? [lineFor(id, wanted)] : [],
    );
    for (const line of lines) {
      const helps =
        /Ask|portal|again|Complete your selections|hasn’t validated|validates only|doesn’t validate/.test(
          line?.found ?? '',
        ) ||
        line?.remedies.some(({ kind }) => kind === 'again') === true ||
        (line?.unknown.length ?? 0) > 0;
      expect([line?.id, line?.found, helps]).toEqual([line?.id, line?.found, true]);
    }
  });

  test.each<[CheckedLine['id'], Case]>([
    ['rightsNetwork', {}],
    ['identity', {}],
    ['addresses', {}],
    ['hostName', {}],
    ['cores', {}],
    ['keys', {}],
    ['power', {}],
    ['names', { choices: AS_REPLACEMENT }],
    ['placement', { choices: AS_REPLACEMENT }],
  ])('%s is left out where the restore has nothing to do with it', (id, wanted) => {
    expect(lineFor(id, wanted)).toBeUndefined();
  });

  test('is as old as the oldest of what it was read from', () => {
    const checkReads = { usages: read([], 7), keyVaults: [] };
    const reads = { sizes: read([], 5) };
    expect(lineFor('cores', { choices: AS_NEW_VM, checkReads, reads })?.at).toBe(5);
    expect(lineFor('staging', { checkReads, reads })?.at).toBeNull();
  });

  test('of what comes after the restore warns, and holds no press', () => {
    const line = lineFor('hostName', { choices: AS_NEW_VM });
    expect(line).toMatchObject({ state: 'warned', own: 'passed' });
    const many = { checkReads: { restores: read(restoresOfDay(10)) } };
    expect(lineFor('restoresToday', many)).toMatchObject({ state: 'warned', own: 'warned' });
  });

  test('about a point is as old as the list of its region', () => {
    const reads = { secondaryPoints: read([], 3) };
    expect(lineFor('point', { reads })?.at).toBe(3);
  });

  test('about keys is as old as the oldest of the vaults looked for', () => {
    const key = (id: string, at: number) => ({ id: resourceId(id), read: read(true, at) });
    const checkReads = { keyVaults: [key('/kv1', 9), key('/kv2', 4)] };
    const withSet = {
      choices: { diskEncryptionSet: encryptionSetId },
      different: { usesCustomerKey: true },
    };
    expect(lineFor('keys', { ...withSet, checkReads })?.at).toBe(4);
  });

  test('about Azure’s own look is as old as its answer, which is none while it is stale', () => {
    const stage = { kind: 'done', at: instant(6), problems: [] } as const;
    expect(lineFor('azure', { validation: { stage } })?.at).toBe(6);
    expect(lineFor('azure', { validation: { stage, isStale: true } })?.at).toBeNull();
  });
});

describe('the rules', () => {
  const cases: Case[] = [
    ...rows.map(([, , wanted]) => wanted),
    { choices: { ...AS_NEW_VM, vnet: null, subnet: null, staging: null, rg: null } },
    { choices: { ...AS_REPLACEMENT, confirmReplace: null } },
    { choices: AS_NEW_VM, different: { point: { isEncrypted: null } } },
  ];

  test.each(cases)('each appear in one line, with none left out (%#)', (wanted) => {
    const reads = { ...exampleReads(wanted.different), ...wanted.reads };
    const { refused, warned, notChecked } = findingsOf(exampleView(wanted.choices, reads).settled);
    const lines = linesFor(wanted);
    const ids = (verdicts: readonly { readonly rule: { readonly id: string } }[]) =>
      verdicts.map(({ rule }) => rule.id).toSorted();
    const shownRules = lines.flatMap(({ rules }) => rules.map((rule) => ({ rule })));
    expect(ids(shownRules)).toEqual(ids([...refused, ...warned.filter(isParticular)]));
    const unknown = lines.flatMap((line) => line.unknown.map(({ rule }) => rule.id));
    for (const { rule } of notChecked.filter((one) => !unknown.includes(one.rule.id))) {
      // The line's own button reads again what the rule lacks.
      const teller = CHECKS.find(({ claims }) => claims?.(rule) === true)?.id;
      const remedies = lines.find(({ id }) => id === teller)?.remedies;
      expect([rule.id, remedies]).toEqual([
        rule.id,
        expect.arrayContaining([expect.objectContaining({ kind: 'again' })]),
      ]);
    }
    const { verdict } = vmSumOf(lines);
    expect(['notPossible', 'toDo'].includes(verdict) || refused.length === 0).toBe(true);
    const isBlocked = refused.some(({ rule }) => rule.kind !== 'require-field');
    expect(verdict === 'notPossible' || !isBlocked).toBe(true);
    expect(verdict !== 'ready' || notChecked.length === 0).toBe(true);
  });
});

describe('the sum', () => {
  test.each([
    [{}, 'ready'],
    [{ choices: AS_NEW_VM, reads: apart }, 'ready'],
    // The example's copy gets the network of its source.
    [{ choices: AS_NEW_VM }, 'readyWithWarnings'],
    [{ validation: { isStale: true } }, 'ready'],
    [{ validation: { waitsFor: 'newGroup' } }, 'ready'],
    [{ reads: { permissions: { state: 'forbidden' } } }, 'readyWithWarnings'],
    [{ checkReads: { vaultRights: loading } }, 'checking'],
    [{ checkReads: { vaultRights: read([everything, onlyLook]) } }, 'ready'],
    [{ checkReads: { restores: read(restoresOfDay(10)) } }, 'readyWithWarnings'],
    [{ reads: { points: read([]) } }, 'notPossible'],
    [{ choices: { ...AS_NEW_VM, vnet: networkId, subnet: 'gone' } }, 'notPossible'],
    [{ choices: { ...AS_NEW_VM, rg: null } }, 'toDo'],
  ] satisfies [Case, string][])('of %j is %s', (wanted, verdict) => {
    expect(vmSumOf(linesFor(wanted)).verdict).toBe(verdict);
  });

  test.each([
    [{ choices: AS_NEW_VM }, true],
    [{ checkReads: { vaultRights: loading } }, false],
    [{ checkReads: { restores: read(restoresOfDay(10)) } }, true],
    [{ choices: { ...AS_NEW_VM, vnet: networkId, subnet: 'gone' } }, false],
    [{ choices: { ...AS_NEW_VM, rg: null } }, false],
  ] satisfies [Case, boolean][])(
    'of %j lets the validation start automatically: %s',
    (wanted, expected) => {
      expect(isReadyForAzure(linesFor(wanted))).toBe(expected);
    },
  );

  test('counts what is being checked as not checked', () => {
    const states: CheckState[] = ['passed', 'checking', 'notChecked', 'warned'];
    expect(vmSumOf(states.map((state) => ({ id: 'names', state })))).toEqual({
      verdict: 'checking',
      failed: 0,
      toDo: 0,
      warned: 1,
      notChecked: 2,
    });
  });
});
