import type { Rule } from '#src/rules/rule.ts';
import { type ChoiceField, valueOf } from '#src/rules/fields.ts';
import { catalogueSet } from '#src/rules/catalogue.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { fixedBy } from '#src/wizard/explain/view.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { viewByAll } from './reading.ts';

/** The rules that speak about a draft, or have filled something in in it. */
export function heardIn({ settled }: DraftView): Rule[] {
  const speaking = settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' ? [rule] : [],
  );
  return [...speaking, ...settled.changes.map(({ rule }) => rule)];
}

/** Fields that show what cannot be chosen in them, each value with its reasons. */
const EXPLAINED = [
  'regionView',
  'option',
  'subscription',
  'vnet',
  'zone',
  'staging',
  'diskEncryptionSet',
  'identity',
  'diskAccessId',
] as const satisfies (ChoiceField & keyof VmChoices)[];

/** The rules by which a draft's form refuses one value of a field, which is then shown with its Why. */
export function heardOfOption(view: DraftView, change: Partial<VmChoices>): Rule[] {
  const field = EXPLAINED.find((one) => one in change);
  if (field === undefined || Object.keys(change).length !== 1 || !isShown(view, field)) return [];
  const chosen = viewByAll({ ...view.draft.choices, ...change }, view.reads);
  // A subscription is judged by its own tenant.
  const { subscriptionTenant } = field === 'subscription' ? chosen.choices : view.choices;
  const value = valueOf(chosen.choices, field);
  const choices = { ...view.choices, subscriptionTenant };
  return optionVerdicts({ facts: chosen.facts, choices, set: catalogueSet }, field, value).flatMap(
    ({ rule, state }) => (state === 'speaks' ? [rule] : []),
  );
}

function isShown(view: DraftView, field: ChoiceField): boolean {
  return !view.hidden.has(field) || fixedBy(view, field) !== undefined;
}
