import { describe, expect, test } from 'vitest';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { NO_PLACE } from '#src/datasources/azure-vm/testing-no-place.ts';
import { exampleView, sayRule } from '#src/datasources/azure-vm/testing.ts';
import type { Example } from '#src/rules/baseline.ts';
import { inputOf } from '#src/rules/cases/case.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { isChoiceField, STEPS, valueOf } from '#src/rules/fields.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { settle } from '#src/rules/settle.ts';
import { ruleInputs } from '#src/rules/testing.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import {
  explainHidden,
  explainRules,
  hiddenInStep,
  judgeValue,
  notesOfStep,
} from '#src/wizard/explain/findings.ts';
import { valueVerdicts } from '#src/wizard/explain/view.ts';

/** Every rule with a place in the wizard is found there, with its text and its source, when it speaks. */

const examples: readonly Example[] = [
  inputOf({ given: {}, when: {} }),
  ...ruleInputs,
  // A disk access is required only if a disk is private.
  inputOf({
    given: { vm: { hasPrivateEndpointDisks: true }, target: { diskAccessUsable: false } },
    when: { diskAccess: 'private', diskAccessId: 'access' },
  }),
];

/** A draft of which the wizard knows these facts. */
function viewOf({ facts, choices }: Example): DraftView {
  const settled = settle(facts, choices, vmRules);
  return { ...exampleView(), facts, choices, settled, hidden: settled.hidden };
}

/** What a draft of the restore of a machine can hold of an example: it has no job, and no other client. */
const asDraft = ({ facts, choices }: Example): Example => ({
  facts: { ...facts, job: null, disk: null, bv: null },
  choices: {
    ...choices,
    product: 'azure-backup',
    scenario: null,
    client: 'portal',
    action: null,
    diskMode: 'ALR',
    diskName: null,
    templateValues: null,
    templateVnet: null,
    csrState: null,
    cv: null,
  },
});
const views = examples.map(asDraft).map(viewOf);

const speaks = (view: DraftView, rule: Rule) =>
  view.settled.verdicts.some((verdict) => verdict.rule === rule && verdict.state === 'speaks');

const isFilling = (view: DraftView, rule: Rule) =>
  view.settled.changes.some((change) => change.rule === rule && change.kind === 'filled in');

/** The wizard's explanation of a rule at its place in a draft; undefined if there is none. */
function explanationIn(view: DraftView, rule: Rule) {
  if (!speaks(view, rule) && !isFilling(view, rule)) return explanationOfEntry(view, rule);
  for (const step of STEPS) {
    const hidden = hiddenInStep(view, step).find(({ rules }) => rules.includes(rule));
    if (hidden !== undefined) return explainHidden(view, hidden.field, hidden.rules);
    if (notesOfStep(view, step).includes(rule)) return explainRules(view, [rule]);
  }
  return undefined;
}

/** The explanation of a block that applies to an entry of a list before it is selected. */
function explanationOfEntry(view: DraftView, rule: Rule) {
  for (const field of fieldsOf(rule).filter(isChoiceField)) {
    const value = valueOf(view.choices, field);
    const verdicts = valueVerdicts(view, field, value);
    if (verdicts.some((one) => one.rule === rule && one.state === 'speaks'))
      return judgeValue(view, field, value).blocked?.explain();
  }
  return undefined;
}

const withPlace = vmRules.all.filter(({ id }) => !NO_PLACE.some(({ ids }) => ids.test(id)));

describe('a rule with a place in the wizard is found there', () => {
  test.each(withPlace.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const explanation = views
      .map((view) => explanationIn(view, rule))
      .find((one) => one !== undefined);
    const reason = explanation?.reasons.find((one) => one.id === id);
    expect(reason?.rule).toBe(sayRule(id));
    expect(reason?.sources).toEqual(rule.source.map(sourceLine));
    expect(reason?.facts.filter(({ text }) => text.includes('undefined'))).toEqual([]);
  });
});

describe('a rule without a place has a reason', () => {
  test.each(NO_PLACE.map((group) => [group.because, group] as const))('%s', (_, { ids }) => {
    expect(catalogue.filter(({ id }) => ids.test(id)).length).toBeGreaterThan(0);
  });

  test('and none that has one is counted among them', () => {
    const placed = vmRules.all.filter(
      (rule) =>
        !withPlace.includes(rule) && views.some((view) => explanationIn(view, rule) !== undefined),
    );
    expect(placed.map(({ id }) => id)).toEqual([]);
  });
});
