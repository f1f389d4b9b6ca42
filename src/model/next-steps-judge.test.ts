import { expect, test } from 'vitest';
import {
  judgeAddresses,
  judgeAttached,
  judgeExtensions,
  judgeKeys,
  judgeLeft,
  judgeNics,
  judgeProtection,
  judgeSetting,
  judgeSql,
} from '#src/model/next-steps.ts';

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
