import { chosenAccount, STEPS_OF_VM } from '#src/datasources/azure-vm/model.ts';
import { describe, expect, test } from 'vitest';
import { explainRules, findingsOf, refusedBy } from '#src/wizard/explain/findings.ts';
import {
  type Different,
  exampleReads,
  exampleView,
  OTHER_SUB,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import { stepStates } from '#src/wizard/steps/flow.ts';
import { lineFor } from '#src/datasources/azure-vm/checks/testing.ts';

/** Cross Subscription Restore is turned off while a draft goes to another subscription. */

const choices = { subscription: OTHER_SUB };
const lockedIn = (crossSubscriptionRestore: 'disabled' | 'permanentlyDisabled') => {
  const different: Different = { vault: { crossSubscriptionRestore } };
  return { different, view: exampleView(choices, exampleReads(different)) };
};

describe.each([
  ['disabled', 'csr.disabled', 'Turn it on first'],
  ['permanentlyDisabled', 'csr.permanently-disabled', 'is permanently disabled'],
] as const)('where it is %s', (state, rule, words) => {
  const { view, different } = lockedIn(state);

  test('all that was chosen there is kept', () => {
    expect(view.shown).toMatchObject({ subscription: OTHER_SUB, rg: 'targetRG' });
    expect(view.shown.staging).toBe(view.draft.choices.staging);
    expect(chosenAccount(view)).toBeDefined();
  });

  test('the cause appears at the subscription and nowhere else', () => {
    expect(refusedBy(view, 'subscription')).toBe(rule);
    expect(sayRule(rule)).toContain(words);
    expect(findingsOf(view.settled).refused.map((one) => one.rule.id)).toEqual([rule]);
    expect(
      stepStates(STEPS_OF_VM, view).find(({ id }) => id === 'configuration')?.state.state,
    ).toBe('blocked');
    expect(lineFor('staging', { choices, different })?.state).toBe('passed');
  });

  test('the way back is the vault’s own subscription', () => {
    const refused = findingsOf(view.settled).refused.map((one) => one.rule);
    expect(explainRules(view, refused).instead?.label).toBe('Keep the default subscription');
  });
});

test('a subscription that the vault allows is not marked', () => {
  expect(refusedBy(exampleView(choices), 'subscription')).toBeUndefined();
});
