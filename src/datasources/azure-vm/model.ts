import type { GoTo } from '#src/datasources/datasource.ts';
import {
  factsOfAnswers,
  newDraft,
  reportedOf,
  ruleChoices,
  shownOf,
  vmTargetOf,
  transitions,
  vmChange,
  vmChoices,
  vmDraft,
  type VmDraft,
} from '#src/datasources/azure-vm/choices.ts';
import { vmFactsOf, fieldGroupsIn, vmFactSourceOf } from '#src/datasources/azure-vm/facts.ts';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/field.ts';
import { VM_FIELDS, type VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  answersOf,
  READ_SOURCES,
  type ReadName,
  type Reads,
  subscriptionName,
  TARGET_NOT_READ,
} from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { principalOf } from '#src/datasources/azure-vm/target-reads.ts';
import { pointOf } from '#src/datasources/azure-vm/target.ts';
import type { StorageAccount } from '#src/model/places.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { sameId } from '#src/model/resource-id.ts';
import {
  type FieldName,
  labelOf,
  labelOfField,
  STEP_FIELDS,
  type StepId,
  STEPS,
} from '#src/rules/fields.ts';
import { ruleStepOf } from '#src/rules/rule.ts';
import { settleChoices } from '#src/rules/settle.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import {
  type Candidate,
  fixedBy,
  type Offer,
  ofTable,
  type View,
  type ViewModel,
  viewOf as viewBy,
} from '#src/wizard/explain/view.ts';
import { entryOf, fieldsOfStep, insteadBy } from '#src/wizard/fields/field.ts';
import { known } from '#src/wizard/read.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

/** The draft of a virtual machine's restore with everything that is known and said about it. */
export interface DraftView extends View<Reads> {
  readonly draft: VmDraft;
  readonly shown: VmChoices;
}

/** What a part of a step is given that leads to other steps. */
export interface ViewProps {
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** A view with its choices as a virtual machine's restore has them. */
export const typedView = (view: View<Reads>): DraftView => ({
  ...view,
  draft: vmDraft(view.draft),
  shown: vmChoices(view.shown),
});

/** The values that a field could hold, the likeliest first. None for a field that is no list and no name. */
export const candidatesOf = ({ shown, reads }: DraftView, field: FieldName): readonly Candidate[] =>
  entryOf(VM_FIELDS, field)?.candidates?.({ choices: shown, reads }) ?? [];

/** The steps of a virtual machine's restore, with the fields of the table. */
export const STEPS_OF_VM: readonly TaskStep<StepId>[] = STEPS.map((id) => ({
  id,
  title: wizard.step[id],
  // Rules speak about more fields than a task has: each of those belongs to a step as well.
  fields: [...new Set([...fieldsOfStep(VM_FIELDS, id), ...STEP_FIELDS[id]])],
}));

const isReadName = (read: string): read is ReadName => Object.hasOwn(READ_SOURCES, read);

const subscriptionIn = ({ choices }: Draft): string | null => vmChoices(choices).subscription;

/** How the restore of a virtual machine is judged. */
export const vmModel: ViewModel<Reads> = {
  sourceOf: vmFactSourceOf,
  answersOf: (reads, read) => (isReadName(read) ? answersOf(reads, read) : []),
  ...ofTable(READ_SOURCES),
  byChoice: {
    fieldGroupsOf: (source, { secondary }) => fieldGroupsIn(source, secondary),
    // The reads cover only the identity that was selected when they were made.
    readForAnother: (read, reads, choices) => {
      if (read !== 'stagingGrants' && read !== 'groupGrants') return null;
      const grants = known(reads[read]);
      const isOther =
        grants !== undefined && grants.principalId !== principalOf(known(reads.vault), choices);
      return isOther ? 'identity' : null;
    },
    isReported: (fact, reads) => {
      const unanswered = factsOfAnswers(newDraft('', 0).choices, reportedOf(reads, undefined));
      return Object.entries(unanswered).some(
        ([name, value]) => `vm.${name}` === fact && value !== undefined,
      );
    },
    // Of another subscription nothing was read yet.
    readsFor: (after, { draft, reads }) =>
      sameId(subscriptionIn(after), subscriptionIn(draft))
        ? reads
        : { ...reads, ...TARGET_NOT_READ },
  },
  valueName: (value, reads) =>
    typeof value === 'string' ? (subscriptionName(reads, value) ?? value) : value,
  steps: STEPS_OF_VM,
  rules: vmRules,
  stepOf: ruleStepOf,
  fieldLabel: (field) => entryOf(VM_FIELDS, field)?.label ?? labelOfField(field),
  factsOf: (reads, choices) => vmFactsOf(reads, vmChoices(choices)),
  ruleChoices: (choices, reads) => ruleChoices(vmChoices(choices), reads),
  shownOf: (choices, settled, reads) => shownOf(vmChoices(choices), settled, reads),
  targetOf: (choices, reads) =>
    vmTargetOf(vmChoices(choices), reads && known(reads.instance)?.sourceResourceId),
  transitions,
  // Its name is typed beside Restore, whatever else is to be settled.
  isForReview: ({ id }) => id === 'replace.destructive.confirm',
  instead: {
    candidatesOf: (view, field) => candidatesOf(typedView(view), field),
    ...insteadBy(VM_FIELDS),
    parseChange: vmChange,
  },
  hiding: {
    revealing,
    isShownFixed: (view, field) =>
      field === 'subscription' &&
      !view.hidden.has('rg') &&
      fixedBy(view, 'subscription') !== undefined,
  },
};

/** Points that are tried before it is given up: of the thousands of a machine the newest tell enough. */
const MOST_POINTS = 60;

/** Another kind of restore, subscription or point. */
function revealing(view: View<Reads>): Offer[] {
  return [
    ...RESTORE_KINDS.map((kind) => ({
      label: wizard.explain.choose(labelOf('option'), wizard.configuration[kind]),
      change: { option: kind },
    })),
    {
      label: wizard.explain.choose(labelOf('subscription'), wizard.explain.own),
      change: { subscription: null },
    },
    ...candidatesOf(typedView(view), 'point')
      .slice(0, MOST_POINTS)
      .map(({ name, change }) => ({
        label: wizard.explain.choose(labelOf('point'), name),
        change,
      })),
  ];
}

/** Applies the rules to a draft. Pure. */
export const vmViewOf = (draft: Draft, reads: Reads): DraftView =>
  typedView(viewBy(vmModel, draft, reads));

/**
 * The subscription that a restore would go to, in which its groups and accounts are looked up: the
 * chosen one unless a rule says otherwise, else the vault's; empty while neither is known.
 */
export function vmTargetSubscription(choices: VmChoices, reads: Reads): string {
  const settled = settleChoices(vmFactsOf(reads, choices), ruleChoices(choices, reads), vmRules);
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
  return { ...view, reads, facts: vmFactsOf(reads, { ...view.draft.choices, ...change }) };
}
