import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { expect, test } from 'vitest';
import { cutList } from '#src/lib/list.ts';
import { ruleChoices } from '#src/datasources/azure-vm/choices.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import { type Read, readHint } from '#src/wizard/reads/read.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { AS_NEW_VM, exampleDraft, exampleReads } from '#src/datasources/azure-vm/testing.ts';
import { whyUnknown } from '#src/wizard/explain/unknown.ts';

/** What the wizard concludes from lists of which only the first part was read: never that something is not there. */

const known = <Value>(value: Value): Read<Value> => ({ state: 'known', value });
const { choices } = exampleDraft(AS_NEW_VM);
const whole = exampleReads();
const withReads = (change: Partial<Reads>): Reads => ({ ...whole, ...change });
const target = (change: Partial<Reads>, more: object = {}) =>
  vmFactsOf(withReads(change), { ...choices, ...more }).target;
const none = known(cutList<never>([]));

test('a name that is listed is taken, one that is not may be', () => {
  const machineNames = known(cutList(['app09']));
  expect(target({ machineNames }, { vmName: 'APP09' })?.vmNames).toContain('app09');
  expect(target({ machineNames }, { vmName: 'app10' })?.vmNames).toBeUndefined();
  expect(target({ groups: none })?.rgNames).toBeUndefined();
});

test('that the region has no account and no network is not concluded', () => {
  expect(target({ accounts: none })?.stagingAccountsInRegion).toBeUndefined();
  expect(target({ accounts: known([]) })?.stagingAccountsInRegion).toBe(0);
  expect(target({ networks: none })?.vnetInSecondary).toBeUndefined();
});

test('a size that is not listed may be offered', () => {
  const sizeOf = (sizes: Reads['sizes']) =>
    vmFactsOf(withReads({ sizes }), choices).platform?.skuAvailable;
  expect(sizeOf(known([]))).toBe(false);
  expect(sizeOf(none)).toBeUndefined();
});

test('a point that is not listed may be in the secondary region', () => {
  const inSecondary = (secondaryPoints: Reads['secondaryPoints']) =>
    vmFactsOf(withReads({ secondaryPoints }), choices).point?.inSecondary;
  expect(inSecondary(known([]))).toBe(false);
  expect(inSecondary(none)).toBeUndefined();
});

test('what was chosen stays chosen although it is not listed', () => {
  const stillChosen = ruleChoices(
    choices,
    withReads({ groups: none, networks: none, accounts: none }),
  );
  expect(stillChosen).toMatchObject({ rg: choices.rg, vnet: {}, staging: {} });
  const gone = withReads({ groups: known([]), networks: known([]), accounts: known([]) });
  expect(ruleChoices(choices, gone)).toMatchObject({ rg: null, vnet: null, staging: null });
});

test('shows why it is unknown', () => {
  const reads = withReads({ machineNames: none });
  const ground = { model: vmModel, reads, choices: ruleChoices(choices, reads) };
  expect(whyUnknown('target.vmNames', ground)).toEqual({ kind: 'cut', read: 'machineNames' });
});

test('a field says that its list is longer', () => {
  expect(readHint(known(cutList(['a', 'b'])))).toMatch(/first 2\. .* longer/);
});
