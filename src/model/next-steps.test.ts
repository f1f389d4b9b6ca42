import { expect, test } from 'vitest';

import { instant } from '#src/lib/time.ts';
import {
  type CheckOutcome,
  isRisky,
  isWork,
  judgeAddresses,
  judgeAttached,
  judgeExtensions,
  judgeKeys,
  judgeLeft,
  judgeNics,
  judgeProtection,
  judgeSetting,
  judgeSql,
  marksAfter,
  recordedStatus,
  type StepRead,
  stepStatus,
  storedStatus,
} from '#src/model/next-steps.ts';

const read = (outcome: CheckOutcome): StepRead => ({ outcome, seen: [], at: instant(5) });

test.each([
  [null, {}, 'notChecked', null],
  [null, { byHand: 3 }, 'byHand', 3],
  // What was verified before counts only as kept: now it is read anew.
  [null, { verified: 2 }, 'notChecked', null],
  [read('done'), {}, 'verified', 5],
  [read('done'), { byHand: 3 }, 'verified', 5],
  [read('open'), {}, 'open', 5],
  [read('open'), { byHand: 3 }, 'byHand', 3],
  [read('unknown'), {}, 'notChecked', 5],
  [read('unknown'), { byHand: 3 }, 'byHand', 3],
  // Verified at 4, undone at 5: a mark of before no longer counts, one of since does.
  [read('open'), { byHand: 3, open: 5, undone: 5 }, 'again', 5],
  [read('open'), { byHand: 6, open: 5, undone: 5 }, 'byHand', 6],
  [read('unknown'), { open: 5, undone: 5 }, 'again', 5],
  [null, { open: 5, undone: 5 }, 'again', 5],
  [read('done'), { open: 5, undone: 5 }, 'verified', 5],
] as const)('read %j and marked %j is %s', (result, marks, status, at) => {
  expect(stepStatus(result, marks)).toEqual({ status, at });
});

test.each([
  [{}, 'notChecked', null],
  [{ byHand: 3 }, 'byHand', 3],
  [{ verified: 2 }, 'verified', 2],
  [{ byHand: 3, verified: 2 }, 'verified', 2],
  [{ byHand: undefined, verified: undefined }, 'notChecked', null],
  [{ byHand: 3, open: 9, undone: 5 }, 'again', 5],
  // As today's version stored it.
  [{ byHand: 3, open: 9 }, 'byHand', 3],
  [{ open: 9 }, 'notChecked', null],
] as const)('kept %j is %s', (marks, status, at) => {
  expect(storedStatus(marks)).toEqual({ status, at });
});

test('reminders are never counted as open', () => {
  const ids = [
    'after.nsg',
    'replace.extensions.fine',
    'after.extensions',
    'special.sql',
    'own.roles',
  ];
  expect(ids.filter(isWork)).toEqual(['after.extensions', 'special.sql', 'own.roles']);
});

test('open steps are a risk where two have one name, access is open, or nothing backs the VM up', () => {
  const risky = [
    'platform.copy.host-name',
    'after.nsg',
    'backup-again.setup',
    'platform.backup.stopped',
  ];
  const others = ['after.domain.5-disjoin', 'after.extensions', 'special.sql'];
  expect([...others, ...risky].filter(isRisky)).toEqual(risky);
});

test.each([
  [{ open: 3 }, { status: 'open', at: 3 }],
  [
    { open: 3, byHand: 5 },
    { status: 'byHand', at: 5 },
  ],
  [{}, { status: 'notChecked', at: null }],
] as const)('a record of %j', (marks, status) => {
  expect(recordedStatus(marks)).toEqual(status);
});

test.each([
  [{}, read('done'), { verified: 5 }],
  [{}, read('open'), { open: 5 }],
  [{}, read('unknown'), null],
  [{ verified: 2 }, read('open'), { open: 5, undone: 5 }],
  [{ verified: 2 }, read('unknown'), null],
  [{ verified: 2 }, { ...read('unknown'), isGone: true }, { open: 5, undone: 5 }],
  [{ verified: 2 }, { ...read('unknown'), isMissing: true }, { open: 5, undone: 5 }],
  [{}, { ...read('unknown'), isGone: true }, null],
  [{ open: 3, undone: 3 }, read('open'), { open: 5, undone: 3 }],
  [{ open: 3, undone: 3 }, read('done'), { verified: 5 }],
  [{ byHand: 1, verified: 2 }, read('open'), { byHand: 1, open: 5, undone: 5 }],
] as const)('marks %j after a read %j', (before, result, after) => {
  expect(marksAfter(before, result)).toEqual(after);
});

/** Each check with what decides it either way, and what leaves it open. */

const dynamic = { address: '10.0.0.4', isStatic: false };
const fixed = { address: '10.0.0.5', isStatic: true };

test.each([
  [[dynamic], ['10.0.0.9'], 'open', ['10.0.0.4 Dynamic']],
  [[fixed], ['10.0.0.9'], 'done', ['10.0.0.5 Static']],
  [[fixed, dynamic], ['10.0.0.9'], 'done', ['10.0.0.5 Static', '10.0.0.4 Dynamic']],
  // The source had two.
  [[fixed, dynamic], ['a', 'b'], 'open', ['10.0.0.5 Static', '10.0.0.4 Dynamic']],
  [[dynamic], null, 'unknown', ['10.0.0.4 Dynamic']],
  [[fixed], null, 'done', ['10.0.0.5 Static']],
  [[], ['10.0.0.9'], 'open', []],
  [[{ address: null, isStatic: true }], [], 'done', ['Static']],
] as const)('addresses %j of a source with %j: %s', (addresses, wanted, outcome, seen) => {
  expect(judgeAddresses(addresses, wanted)).toEqual({ outcome, seen });
});

test.each([
  ['set-a', 'SET-A', 'done'],
  ['set-b', 'set-a', 'open'],
  [null, 'set-a', 'open'],
  [null, null, 'unknown'],
  ['set-b', null, 'done'],
] as const)('a setting %s of a source with %s: %s', (is, wanted, outcome) => {
  expect(judgeSetting(is, wanted)).toEqual({ outcome, seen: is === null ? [] : [is] });
});

const well = { name: 'Monitor', state: 'Succeeded' };
test.each([
  [[well], ['monitor'], 'done'],
  [[{ name: 'Monitor', state: 'Failed' }], ['monitor'], 'open'],
  [[{ name: 'Monitor', state: null }], ['monitor'], 'open'],
  [[well], ['monitor', 'Backup'], 'open'],
  [[], ['monitor'], 'open'],
  [[well], null, 'unknown'],
  [[], [], 'done'],
] as const)('extensions %j of a source with %j: %s', (there, wanted, outcome) => {
  expect(judgeExtensions(there, wanted).outcome).toBe(outcome);
});

test.each([
  [2, 2, 'done'],
  [1, 2, 'open'],
  [null, 2, 'unknown'],
  [2, null, 'unknown'],
] as const)('%s NICs of a source with %s: %s', (count, wanted, outcome) => {
  expect(judgeNics(count, wanted).outcome).toBe(outcome);
});

test.each([
  [null, 'open'],
  [{ policyName: 'Daily', state: 'Protected' }, 'done'],
  [{ policyName: 'Daily', state: 'IRPending' }, 'done'],
  [{ policyName: null, state: 'ProtectionStopped' }, 'open'],
  [{ policyName: 'Daily', state: 'BackupsSuspended' }, 'open'],
  [{ policyName: 'Daily', state: null }, 'done'],
] as const)('protection %j: %s', (found, outcome) => {
  expect(judgeProtection(found).outcome).toBe(outcome);
});

test.each([
  [null, 'open', []],
  [{ license: 'PAYG', isComplete: true }, 'done', ['PAYG']],
  [{ license: null, isComplete: true }, 'done', []],
  [{ license: 'AHUB', isComplete: false }, 'open', ['AHUB']],
] as const)('a SQL registration %j: %s', (found, outcome, seen) => {
  expect(judgeSql(found)).toEqual({ outcome, seen });
});

test.each([
  [[], 'done'],
  [['vhds-1'], 'open'],
  [null, 'unknown'],
] as const)('what is left, %j: %s', (left, outcome) => {
  expect(judgeLeft(left).outcome).toBe(outcome);
});

test('a disk is in use once a VM has it', () => {
  expect(judgeAttached(null).outcome).toBe('open');
  expect(judgeAttached('app01')).toEqual({ outcome: 'done', seen: ['app01'] });
});

const CUSTOMER = 'EncryptionAtRestWithCustomerKey';
const BOTH = 'EncryptionAtRestWithPlatformAndCustomerKeys';
const PLATFORM = 'EncryptionAtRestWithPlatformKey';

test.each([
  [[CUSTOMER, BOTH], 'done', [CUSTOMER, BOTH]],
  [[CUSTOMER, CUSTOMER], 'done', [CUSTOMER]],
  [[CUSTOMER, PLATFORM], 'open', [CUSTOMER, PLATFORM]],
  [[CUSTOMER, null], 'open', [CUSTOMER]],
  [[], 'open', []],
] as const)('keys are there when each disk of %j has one: %s', (encryptions, outcome, seen) => {
  expect(judgeKeys(encryptions)).toEqual({ outcome, seen });
});
