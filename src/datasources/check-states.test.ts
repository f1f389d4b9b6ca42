import { describe, expect, test } from 'vitest';
import type { Denial } from '#src/api/authorization.ts';
import { diskChecksOf } from '#src/datasources/azure-disk/checks/checks.ts';
import { withValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import { shownDiskChecks } from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import {
  draftWith,
  known,
  NOON,
  reads as diskReads,
  role,
  SUB,
} from '#src/datasources/azure-disk/testing.ts';
import { type CheckedLine, CHECKS, checkLinesOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { ROWS } from '#src/datasources/azure-vm/checks/testing-rows.ts';
import {
  type Case,
  forbidden,
  loading,
  preflightFor,
  read,
} from '#src/datasources/azure-vm/checks/testing.ts';
import { AS_NEW_VM, AS_REPLACEMENT, encryptionSetId } from '#src/datasources/azure-vm/testing.ts';
import { RESTORE_ACTION } from '#src/datasources/azure-vm/facts.ts';
import { heldLines, reviewedOf } from '#src/datasources/azure-vm/steps/review/use-review.tsx';
import { withOffsets } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { OtherRestores, WantedTarget } from '#src/model/lost-restore.ts';
import { forbiddenProblem } from '#src/model/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { ROLE_DELAY_MS } from '#src/model/roles.ts';
import { checks as checkWords } from '#src/strings/checks.ts';
import { preflight } from '#src/strings/preflight.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { canRefuse } from '#src/wizard/explain/findings.ts';
import { known as valueOf, type Read } from '#src/wizard/read.ts';
import {
  CHECK_STATES,
  foundText,
  heldNeeds,
  stateOfRule,
  targetResult,
  warningsOf,
} from '#src/wizard/review/check.ts';

/** Under each state of each check stands a text of this very state: checks × states over all datasources. */

interface Cell {
  readonly check: string;
  readonly state: string;
  readonly text: string;
}

const keyVault = resourceId(
  '/subscriptions/1/resourceGroups/r/providers/Microsoft.KeyVault/vaults/kv',
);
/** Beside the rows of each check: rules that change the state of a check that passed by itself. */
const CASES: readonly Case[] = [
  ...ROWS.map(([, , wanted]) => wanted),
  { choices: { ...AS_NEW_VM, vnet: null, subnet: null, staging: null, rg: null, point: null } },
  { choices: { option: null } },
  { choices: AS_NEW_VM, different: { point: { isEncrypted: null } } },
  { choices: AS_NEW_VM, different: { machine: { hybridBenefit: true } } },
  { choices: AS_REPLACEMENT, different: { point: { tier: 'Snapshot' } } },
  { different: { account: { tier: null, kind: null, redundancy: null } } },
  {
    choices: { ...AS_NEW_VM, diskEncryptionSet: encryptionSetId },
    different: { usesCustomerKey: true, point: { isEncrypted: true } },
    checkReads: { keyVaults: [{ id: keyVault, read: read(true) }] },
  },
  {
    choices: { diskEncryptionSet: encryptionSetId },
    different: { usesCustomerKey: true },
    checkReads: {
      keyVaults: [
        { id: keyVault, read: read(true) },
        { id: resourceId(`${keyVault}2`), read: read(false) },
      ],
    },
  },
  { choices: AS_NEW_VM, different: { actions: [] }, reads: { machine: loading } },
  { choices: AS_NEW_VM, checkReads: { runningRestores: forbidden } },
  { choices: AS_NEW_VM, checkReads: { runningRestores: loading } },
  { choices: AS_NEW_VM, reads: { points: loading, networks: loading, accounts: loading } },
];

const linesOf = (wanted: Case): readonly CheckedLine[] => checkLinesOf(preflightFor(wanted));

/** What a check says where no rule speaks and nothing about it is open. */
function passedTextOf(id: string, wanted: Case): string[] {
  const found = CHECKS.find((check) => check.id === id)?.run({
    ...preflightFor(wanted),
    findings: { refused: [], warned: [], notChecked: [] },
    open: [],
  });
  return found?.state === 'passed' ? [found.found] : [];
}

const vmCells = CASES.flatMap((wanted) =>
  linesOf(wanted).map((line): Cell & { wanted: Case; id: string } => ({
    check: preflight.check[line.id],
    id: line.id,
    state: line.state,
    text: foundText(line),
    wanted,
  })),
);

const target = `/subscriptions/${SUB}/resourceGroups/rg-dr`;
const fresh = {
  ...role('diskRestoreOperator', target),
  createdAt: instant(NOON - ROLE_DELAY_MS / 3),
};
const DISK_CASES: readonly Partial<DiskReads>[] = [
  {},
  { targetRoles: known([]), snapshotRoles: known([]), snapshots: known([]), disk: known(null) },
  { targetRoles: loading, snapshotRoles: loading, snapshots: loading, disk: loading },
  { targetRoles: forbidden, snapshotRoles: forbidden, snapshots: forbidden, disk: forbidden },
  { vault: loading, runningRestores: loading, otherRestores: loading },
  { vault: forbidden, runningRestores: forbidden, otherRestores: forbidden },
  { targetRoles: known([fresh]) },
];
const diskCells = DISK_CASES.flatMap((given) =>
  shownDiskChecks(diskChecksOf({ ...diskReads, ...given }, draftWith({}).choices)).map(
    ({ name, state, found }): Cell => ({ check: name, state, text: found }),
  ),
);

/** All that Commvault's Summary checks itself is who else restores there; its rules have lines of their own. */
const inCommvault: WantedTarget = {
  parts: [{ kind: 'vm', name: 'app02', group: 'rg', subscriptionId: SUB }],
  source: 'app01',
};
const COMMVAULT_CASES: readonly Read<OtherRestores>[] = [
  read({ restores: [], unread: [] }),
  read({ restores: [], unread: [{ kind: 'vaults', name: null, why: 'failed' }] }),
  loading,
  forbidden,
];
const commvaultCells = COMMVAULT_CASES.map((others): Cell => {
  const { state, found } = targetResult(inCommvault, { ofVault: null, others }, 'vm');
  return { check: `${checkWords.target.name} (Commvault)`, state, text: found };
});

const cells: readonly Cell[] = [...vmCells, ...diskCells, ...commvaultCells];
const checks = [...Map.groupBy(cells, ({ check }) => check)];
const met = checks.map(([check, all]) => [check, new Set(all.map(({ state }) => state))] as const);
const count = met.reduce((sum, [, states]) => sum + states.size, 0);

test(`${String(checks.length)} checks × ${String(CHECK_STATES.length + 1)} states: ${String(count)} are met, in ${String(cells.length)} lines`, () => {
  expect([checks.length, count]).toEqual([24, 90]);
  // Each check is met as passed, and as something else.
  for (const [check, states] of met) {
    expect([check, states.has('passed'), states.size > 1]).toEqual([check, true, true]);
  }
});

describe.each(checks)('%s', (_, all) => {
  test('has a text under each state, and none under two', () => {
    const byText = Map.groupBy(all, ({ text }) => text);
    for (const [text, same] of byText) {
      expect(text).not.toBe('');
      expect([text, new Set(same.map(({ state }) => state)).size]).toEqual([text, 1]);
    }
  });
});

describe('of a VM, where a rule decides the state of a check', () => {
  const decided = CASES.flatMap((wanted) =>
    linesOf(wanted).flatMap((line) => (line.by === 'rules' ? [{ line, wanted }] : [])),
  );

  test(`its reason stands there: ${String(decided.length)} lines of ${String(new Set(decided.map(({ line }) => line.id)).size)} checks`, () => {
    expect(new Set(decided.map(({ line }) => line.id)).size).toBe(8);
    for (const { line } of decided) {
      const { id, state, found, rules } = line;
      const own = rules.filter((rule) =>
        canRefuse(rule) ? stateOfRule(rule) === state : state === 'warned',
      );
      const reasons = state === 'notChecked' ? found.replace(/^Not known: .*/, '') : found;
      expect([id, reasons]).toEqual([id, own.map(sayOf).join(' ')]);
    }
  });

  test('no text of passed stands under another state', () => {
    for (const { id, state, text, wanted } of vmCells) {
      for (const passed of state === 'passed' ? [] : passedTextOf(id, wanted)) {
        expect([id, text.includes(passed)]).toEqual([id, false]);
      }
    }
  });

  test('Restore needs what the reason says', () => {
    const needs = (wanted: Case) =>
      heldNeeds(heldLines(linesOf(wanted)), true).map((one) => one.text);
    expect(needs({ choices: { ...AS_NEW_VM, vmName: 'testVM' } })).toEqual([
      'The subscription already has a VM with this name. Enter another name.',
    ]);
    expect(needs({ different: { account: { redundancy: 'ZRS' } } })).toEqual([
      'Staging Location: Zone-redundant',
    ]);
    // What failed by itself is named by its check.
    expect(needs({ reads: { points: read([]) } })).toEqual(['Restore point and snapshot']);
  });

  test('what holds a press has the text of the state that holds it', () => {
    for (const wanted of CASES) {
      const lines = linesOf(wanted);
      const held = heldLines(lines).filter(({ state }) => state === 'failed' || state === 'warned');
      const astray = held.filter(({ state, found }) =>
        vmCells.every((one) => one.text !== found || one.state !== state),
      );
      expect(astray).toEqual([]);
      expect(warningsOf(heldLines(lines)).filter((one) => one.endsWith(': '))).toEqual([]);
    }
  });

  test('the record has the same text under the same state', () => {
    for (const wanted of CASES) {
      const preflightOf = preflightFor(wanted);
      const lines = checkLinesOf(preflightOf);
      const { checks: recorded } = reviewedOf(preflightOf.view, lines);
      expect(recorded.filter(({ found }) => found === '')).toEqual([]);
      expect(
        recorded.slice(0, lines.length).map((one) => [one.name, one.state, one.found]),
      ).toEqual(
        lines.map((line) => [
          preflight.check[line.id],
          preflight.state[line.state],
          foundText(line),
        ]),
      );
    }
  });
});

describe('a permission that passed, after Azure rejected the request for one', () => {
  const linesAfter = (message: string): readonly CheckedLine[] => {
    const input = preflightFor({ choices: AS_NEW_VM });
    const { draft } = input.view;
    const submission = {
      state: 'refused',
      code: 'AuthorizationFailed',
      message,
      requestId: null,
    } as const;
    return checkLinesOf({ ...input, view: { ...input.view, draft: { ...draft, submission } } });
  };
  const contradicted = (message: string): readonly string[] =>
    linesAfter(message).flatMap(({ id, isContradicted, found }) =>
      isContradicted && found.includes('Azure disagreed') ? [id] : [],
    );
  const denial = (action: string) => `does not have authorization to perform action '${action}'`;

  test.each([
    [
      'one of it',
      denial('Microsoft.Network/virtualNetworks/subnets/join/action'),
      ['rightsNetwork'],
    ],
    ['one of the target', denial('Microsoft.Compute/virtualMachines/WRITE'), ['rightsTarget']],
    [
      'one that no check is about',
      denial('Microsoft.Storage/x/action'),
      ['rightsVault', 'rightsTarget', 'rightsNetwork'],
    ],
    ['none', 'The VM is busy.', []],
  ])('says so: %s', (_, message, ids) => {
    expect(contradicted(message)).toEqual(ids);
  });

  test('names the action that Azure lacked beside its own', () => {
    const actions = linesAfter(denial('Microsoft.Storage/x/action')).flatMap((line) =>
      line.id === 'rightsVault' ? line.actions : [],
    );
    expect(actions).toEqual([RESTORE_ACTION, 'Microsoft.Storage/x/action']);
  });

  test('also after the validation that Azure rejected', () => {
    const problem = { ...forbiddenProblem, missingAction: 'Microsoft.Compute/disks/write' };
    const lines = linesOf({ validation: { stage: { kind: 'trouble', problem } } });
    expect(lines.filter((one) => one.isContradicted).map(({ id }) => id)).toEqual(['rightsTarget']);
  });

  const scope = valueOf(preflightFor({ choices: AS_NEW_VM }).view.reads.vault)?.id ?? '';
  const remembered = (one: Partial<Denial>): readonly string[] =>
    linesOf({
      choices: AS_NEW_VM,
      denials: [{ action: RESTORE_ACTION, scope, at: NOON, ...one }],
    }).flatMap(({ id, isContradicted, found }) =>
      isContradicted && found.includes('Azure disagreed: it rejected a request at ') ? [id] : [],
    );

  test.each([
    ['in the same scope', {}, ['rightsVault']],
    ['of something in it', { scope: `${scope}/backupFabrics/Azure` }, ['rightsVault']],
    ['of what it is in', { scope: scope.split('/').slice(0, 3).join('/') }, ['rightsVault']],
    ['in another case', { scope: scope.toUpperCase() }, ['rightsVault']],
    ['of another vault', { scope: `${scope}2` }, []],
    ['of another permission', { action: 'Microsoft.Storage/x/action' }, []],
  ])('also where another draft was rejected: %s', (_, one, ids) => {
    expect(remembered(one)).toEqual(ids);
  });

  test('of a disk: the check that its validation failed for', () => {
    const checked = diskChecksOf(diskReads, draftWith({}).choices);
    const after = (code: string) =>
      withValidation(checked, {
        state: 'failed',
        since: NOON,
        problems: [{ code, message: 'No.', recommendations: [] }],
      }).filter(({ found }) => found.includes('Azure disagreed'));
    expect(after('UserErrorNotEnoughPermissionOnTargetRG').map(({ id }) => id)).toEqual(['target']);
    expect(after('UserErrorOther')).toEqual([]);
  });
});

test('a record of a disk’s checks has the distance from UTC at each time', () => {
  const found = () =>
    diskChecksOf({ ...diskReads, targetRoles: known([fresh]) }, draftWith({}).choices)
      .map((one) => one.found)
      .filter((text) => /\d:\d\d/.test(text));
  expect(withOffsets(found)).toEqual([expect.stringMatching(/\d:\d\d UTC.*\d:\d\d UTC/)]);
  expect(found()).not.toEqual(withOffsets(found));
});
