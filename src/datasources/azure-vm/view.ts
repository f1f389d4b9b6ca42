import type { RecoveryPoint } from '#src/model/points.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { StorageAccount } from '#src/model/places.ts';
import { settleChoices } from '#src/rules/settle.ts';
import { ruleChoices } from '#src/datasources/azure-vm/choices/choices.ts';
import { pointOf } from '#src/datasources/azure-vm/choices/target-region.ts';
import { factsOf } from '#src/datasources/azure-vm/facts.ts';
import { type DraftView, typedView } from '#src/datasources/azure-vm/draft-view.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { type Reads, TARGET_NOT_READ } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { viewOf as viewBy } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/reads/read.ts';

/** Applies the rules to a draft. Pure. */
export const viewOf = (draft: Draft, reads: Reads): DraftView =>
  typedView(viewBy(vmModel, draft, reads));

/**
 * The subscription that a restore would go to, in which its groups and accounts are looked up: the
 * chosen one unless a rule says otherwise, else the vault's; empty while neither is known.
 */
export function targetSubscription(choices: VmChoices, reads: Reads): string {
  const settled = settleChoices(factsOf(reads, choices), ruleChoices(choices, reads), vmRules);
  return settled.choices.subscription ?? known(reads.instance)?.subscriptionId ?? '';
}

/** The chosen recovery point, once it is read. */
export function chosenPoint({ draft, reads }: DraftView): RecoveryPoint | undefined {
  return pointOf(draft.choices, reads);
}

/** The selected staging storage account, once it is read. */
export function chosenAccount({ draft, reads }: DraftView): StorageAccount | undefined {
  return known(reads.accounts)?.find(({ id }) => sameId(id, draft.choices.staging));
}

/**
 * The view with the facts of another choice: what is known of a thing in a list is known before it is
 * chosen, so each entry is judged by its own facts. Of another subscription nothing was read yet.
 */
export function withChoice(view: DraftView, change: Partial<VmChoices>): DraftView {
  const { subscription } = change;
  const isSame = subscription === undefined || sameId(subscription, view.shown.subscription);
  const reads = isSame ? view.reads : { ...view.reads, ...TARGET_NOT_READ };
  return { ...view, reads, facts: factsOf(reads, { ...view.draft.choices, ...change }) };
}
