import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { StorageAccount } from '#src/model/target.ts';
import type { Choices, FieldName } from '#src/rules/choices.ts';
import type { Facts } from '#src/rules/facts.ts';
import { type Settled, settle, settleChoices } from '#src/rules/settle.ts';
import { ruleChoices } from '#src/wizard/draft/choices.ts';
import { factsOf } from '#src/wizard/draft/facts.ts';
import type { Reads } from '#src/wizard/draft/reads.ts';
import { known, TARGET_NOT_ASKED } from '#src/wizard/draft/reads.ts';
import { networkChoice } from '#src/wizard/draft/network-choice.ts';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import { pointOf } from '#src/wizard/draft/target-region.ts';

/** A draft with everything that is known and said about it: what every step is drawn from. */
export interface DraftView {
  readonly draft: Draft;
  readonly reads: Reads;
  readonly facts: Facts;
  /** The choices as made, as the rules read them. */
  readonly choices: Choices;
  /** Hidden fields cleared, defaults filled in, every rule heard. */
  readonly settled: Settled;
  /** Fields that a rule takes away. */
  readonly hidden: ReadonlySet<FieldName>;
  /** The draft's choices with the defaults in them: what the forms show and the request carries. */
  readonly shown: DraftChoices;
}

/** Hears the rules about a draft. Pure. */
export function viewOf(draft: Draft, reads: Reads): DraftView {
  const facts = factsOf(reads, draft.choices);
  const choices = ruleChoices(draft.choices, reads);
  const settled = settle(facts, choices);
  return {
    draft,
    reads,
    facts,
    choices,
    settled,
    hidden: settled.hidden,
    shown: withSettled(draft.choices, settled.choices, reads),
  };
}

/**
 * The subscription that a restore would go to, in which its groups and accounts are looked up: the
 * chosen one unless a rule says otherwise, else the vault's; empty while neither is known.
 */
export function targetSubscription(choices: DraftChoices, reads: Reads): string {
  const settled = settleChoices(factsOf(reads, choices), ruleChoices(choices, reads));
  return settled.choices.subscription ?? known(reads.instance)?.subscriptionId ?? '';
}

/** Takes over what settling cleared or filled in; ids that only the draft holds stay. */
function withSettled(choices: DraftChoices, settled: Choices, reads: Reads): DraftChoices {
  return {
    ...choices,
    datasource: settled.datasource,
    regionView: settled.viewRegion,
    group: settled.group,
    option: settled.option,
    subscription: settled.subscription,
    rg: settled.rg,
    vmName: settled.vmName,
    vnet: settled.vnet === null ? null : networkChoice(choices, reads),
    subnet: settled.subnet,
    zone: settled.zone,
    restoreAsManaged: settled.restoreAsManaged,
    identity: settled.identity,
    identityId: settled.identityId,
    diskEncryptionSet: settled.diskEncryptionSet,
    staging: settled.staging === null ? null : choices.staging,
    diskAccess: settled.diskAccess,
    diskAccessId: settled.diskAccessId,
  };
}

/** The chosen recovery point, once it is read. */
export function chosenPoint({ draft, reads }: DraftView): RecoveryPoint | undefined {
  return pointOf(draft.choices, reads);
}

/** The chosen staging account, once it is read. */
export function chosenAccount({ draft, reads }: DraftView): StorageAccount | undefined {
  return known(reads.accounts)?.find(({ id }) => sameId(id, draft.choices.staging));
}

/**
 * The view with the facts of another choice: what is known of a thing in a list is known before it is
 * chosen, so each entry is judged by its own facts. Of another subscription nothing was read yet.
 */
export function withChoice(view: DraftView, change: Partial<DraftChoices>): DraftView {
  const { subscription } = change;
  const isSame = subscription === undefined || sameId(subscription, view.shown.subscription);
  const reads = isSame ? view.reads : { ...view.reads, ...TARGET_NOT_ASKED };
  return { ...view, reads, facts: factsOf(reads, { ...view.draft.choices, ...change }) };
}
