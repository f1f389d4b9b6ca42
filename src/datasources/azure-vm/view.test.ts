import { describe, expect, test } from 'vitest';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { findingsOf, refusedAtSubmit, warningCount } from '#src/wizard/explain/findings.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  type Different,
  exampleDraft,
  exampleReads,
  exampleView,
  OTHER_SUB,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import {
  chosenAccount,
  chosenPoint,
  vmTargetSubscription,
  vmViewOf,
} from '#src/datasources/azure-vm/model.ts';

const seen = (choices: Partial<VmChoices> = {}, different: Different = {}) =>
  exampleView(choices, exampleReads(different));
const ids = (verdicts: readonly { readonly rule: { readonly id: string } }[]) =>
  verdicts.map(({ rule }) => rule.id);

describe('what the forms show and the request carries', () => {
  test('is what was chosen, with the defaults filled in', () => {
    const { shown } = seen({ datasource: null, subscription: null });
    expect(shown).toEqual({ ...exampleDraft().choices, datasource: 'azure-vm', subscription: SUB });
  });

  test('has network access only where a disk of the machine has private access', () => {
    expect(seen({ diskAccess: 'public' }).shown.diskAccess).toBeNull();
    const isPrivate: Different = { point: { hasPrivateAccessDisks: true } };
    expect(seen({ diskAccess: 'public' }, isPrivate).shown.diskAccess).toBe('public');
    expect(seen({ diskAccess: null }, isPrivate).shown.diskAccess).toBe('same');
  });

  test('has the vault’s subscription where the vault allows no other, unless one was chosen', () => {
    const locked: Different = { vault: { crossSubscriptionRestore: 'permanentlyDisabled' } };
    expect(seen({ subscription: null }, locked).shown.subscription).toBe(SUB);
    expect(seen({ subscription: OTHER_SUB }, locked).shown.subscription).toBe(OTHER_SUB);
    expect(seen({ subscription: OTHER_SUB }).shown.subscription).toBe(OTHER_SUB);
  });

  test('leaves the draft itself as it is', () => {
    const draft = exampleDraft({ datasource: null });
    expect(vmViewOf(draft, exampleReads()).draft).toEqual(draft);
    expect(draft.choices.datasource).toBeNull();
  });
});

describe('where groups and accounts are looked up', () => {
  const target = (choices: Partial<VmChoices>, different: Different = {}) =>
    vmTargetSubscription(exampleDraft(choices).choices, exampleReads(different));

  test('in the chosen subscription, also where the vault allows no other, else in the vault’s', () => {
    expect(target({ subscription: OTHER_SUB })).toBe(OTHER_SUB);
    expect(target({ subscription: null })).toBe(SUB);
    expect(
      target({ subscription: OTHER_SUB }, { vault: { crossSubscriptionRestore: 'disabled' } }),
    ).toBe(OTHER_SUB);
  });

  test('in the instance’s own while the vault is not read, and nowhere before that', () => {
    const loading = { state: 'loading' } as const;
    const { choices } = exampleDraft();
    expect(vmTargetSubscription(choices, { ...exampleReads(), vault: loading })).toBe(SUB);
    expect(
      vmTargetSubscription(choices, { ...exampleReads(), vault: loading, instance: loading }),
    ).toBe('');
  });
});

test('the chosen point and account are found, or are not there', () => {
  expect(chosenPoint(seen())?.name).toBe('20982486783671');
  expect(chosenPoint(seen({ point: '7' }))).toBeUndefined();
  expect(chosenAccount(seen())?.name).toBe('testAccount');
  expect(
    chosenAccount(seen({ staging: exampleDraft().choices.staging?.toUpperCase() ?? null }))?.name,
  ).toBe('testAccount');
  expect(chosenAccount(seen({ staging: null }))).toBeUndefined();
});

describe('what Review finds', () => {
  const found = (choices: Partial<VmChoices>, different: Different = {}) =>
    findingsOf(seen(choices, different).settled);

  test('in the example is nothing', () => {
    expect(found({})).toMatchObject({ refused: [], warned: [], notChecked: [] });
  });

  test('is sorted by what it asks of the person', () => {
    const different: Different = {
      account: { redundancy: 'ZRS', allowsSharedKey: false, kind: null },
    };
    const findings = found({}, different);
    expect(ids(findings.refused)).toEqual(['staging.zrs']);
    expect(ids(findings.warned)).toEqual(['template.deploy.shared-key-off.early']);
    expect(ids(findings.notChecked)).toEqual(['staging.blob-kind']);
    expect(warningCount(findings)).toBe(2);
  });

  test('never counts a rule twice', () => {
    const reads = { ...exampleReads(), accounts: { state: 'loading' } as const };
    const { settled } = vmViewOf(exampleDraft({ rg: null }), reads);
    const { refused, warned, notChecked } = findingsOf(settled);
    const all = ids([...refused, ...warned, ...notChecked]);
    expect(new Set(all).size).toBe(all.length);
    expect(notChecked.length).toBeGreaterThan(2);
  });

  test('stands in the way at Restore, with the gate over it', () => {
    const { facts, choices } = seen({ rg: null });
    expect(ids(refusedAtSubmit(facts, choices, vmRules))).toEqual([
      'restore-disks.rg.required',
      'review.all-rules',
    ]);
    const example = seen();
    expect(refusedAtSubmit(example.facts, example.choices, vmRules)).toEqual([]);
  });
});
