import { vmAsTarget } from '#src/api/commvault/jobs.ts';
import { commvaultFactsOf, factSourceOf } from '#src/datasources/commvault-vm/facts.ts';
import {
  COMMVAULT_FIELDS,
  COMMVAULT_STEPS,
  commvaultChange,
  commvaultChoices,
  type CommvaultChoices,
  commvaultDraft,
  type CommvaultDraft,
  commvaultTransitions,
} from '#src/datasources/commvault-vm/fields.ts';
import { prefilled } from '#src/datasources/commvault-vm/prefill.ts';
import {
  commvaultAnswersOf,
  type CommvaultReads,
  commvaultReadWords,
  commvaultSourceOf,
} from '#src/datasources/commvault-vm/reads.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import { sameId } from '#src/model/resource-id.ts';
import { commvaultPlatformRules } from '#src/rules/catalogue/commvault-platform.ts';
import { commvaultRules as of003 } from '#src/rules/catalogue/commvault.ts';
import { ruleSet } from '#src/rules/engine.ts';
import { labelOfField } from '#src/rules/fields.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type View, type ViewModel, viewOf } from '#src/wizard/explain/view.ts';
import { entryOf, insteadBy, ruleChoicesOf } from '#src/wizard/fields/field.ts';
import { known } from '#src/wizard/read.ts';
import { stepWith } from '#src/wizard/steps/task-steps.ts';

/** The rules that judge a VM's restore by Commvault, in the catalogue's order: none of Azure Backup's. */
export const rulesOfCommvault = ruleSet([...of003, ...commvaultPlatformRules]);

/**
 * What a restore creates or replaces; empty while that is not chosen. In place the VM counts by its GUID, and with
 * what is read also by its name. The names of disks are those that the request has.
 */
export function commvaultTargetOf(
  choices: CommvaultChoices,
  reads?: Pick<CommvaultReads, 'vm' | 'azureId' | 'machine' | 'backupDisks'>,
): readonly TargetPart[] {
  const { instance, cv, vmName, rg, subscription, asManaged } = choices;
  if (instance === null) return [];
  const disksAs = (newVm: string, place: Pick<TargetPart, 'group' | 'subscriptionId'>) => {
    const vm = reads && known(reads.vm);
    const disks = reads === undefined || !asManaged ? [] : (known(reads.backupDisks) ?? []);
    return disks.map(({ name }): TargetPart => {
      return { kind: 'disk', name: newNameOf(name, vm?.name ?? '', newVm), ...place };
    });
  };
  if (cv === 'in-place') {
    const source = reads && commvaultSourceOf(reads);
    const name = source?.name ?? null;
    const place = {
      group: source?.resourceGroup ?? null,
      subscriptionId: source?.subscription ?? null,
    };
    return [
      vmAsTarget(instance),
      ...(name === null
        ? []
        : [{ kind: 'vm', name, ...place, replaces: 'all' } as const, ...disksAs(name, place)]),
    ];
  }
  if (vmName === null || rg === null) return [];
  const place = { group: rg, subscriptionId: subscription };
  const replaces = choices.overwrite ? 'ifThere' : undefined;
  return [{ kind: 'vm', name: vmName, ...place, replaces }, ...disksAs(vmName, place)];
}

/** A disk is called after its VM; in place that is the same one. */
export function newNameOf(disk: string, vm: string, newVm: string): string {
  if (newVm === vm) return disk;
  return disk.includes(vm) ? disk.replace(vm, () => newVm) : `${newVm}-${disk}`;
}

/** Where rules are met that speak about no field. */
const STEP_OF_RULE: Readonly<Record<string, string>> = {
  'commvault.edition': 'instance',
  'commvault.os': 'instance',
  'commvault.arm': 'instance',
  'commvault.in-place.deletes': 'destination',
  'commvault.stages': 'options',
};

/** What is left to do after the restore is met then. */
function stepOf(rule: Rule): string {
  if (rule.kind === 'checklist') return 'afterwards';
  const steps = fieldsOf(rule).flatMap((field) => stepWith(COMMVAULT_STEPS, field) ?? []);
  return steps[0] ?? STEP_OF_RULE[rule.id] ?? 'vm';
}

/** How a VM's restore by Commvault is judged. */
export const commvaultModel: ViewModel<CommvaultReads> = {
  sourceOf: factSourceOf,
  answersOf: commvaultAnswersOf,
  ...commvaultReadWords,
  valueName: (value, reads) =>
    typeof value === 'string'
      ? (known(reads.subscriptions)?.find(({ id }) => sameId(id, value))?.name ?? value)
      : value,
  steps: COMMVAULT_STEPS,
  rules: rulesOfCommvault,
  stepOf,
  fieldLabel: (field) => entryOf(COMMVAULT_FIELDS, field)?.label ?? labelOfField(field),
  factsOf: (reads, choices) => commvaultFactsOf(reads, commvaultChoices(choices)),
  ruleChoices: (loose, reads) => {
    const choices = prefilled(commvaultChoices(loose), reads);
    return ruleChoicesOf(COMMVAULT_FIELDS, choices, { choices, reads });
  },
  shownOf: (choices, _, reads) => prefilled(commvaultChoices(choices), reads),
  transitions: commvaultTransitions,
  targetOf: (loose, reads) => commvaultTargetOf(commvaultChoices(loose), reads),
  // A rule of its own requires each of its fields.
  isForReview: ({ id }) => id === 'commvault.out-of-place',
  instead: {
    candidatesOf: () => [],
    ...insteadBy(COMMVAULT_FIELDS),
    parseChange: commvaultChange,
  },
};

/** The draft of a VM's restore by Commvault with everything that is known and said about it. */
export interface CommvaultView extends View<CommvaultReads> {
  readonly draft: CommvaultDraft;
  /** With what is filled in: what the forms show and the request carries. */
  readonly shown: CommvaultChoices;
}

/** Applies the rules to a draft. Pure. */
export function commvaultView(draft: Draft, reads: CommvaultReads): CommvaultView {
  const view = viewOf(commvaultModel, draft, reads);
  return { ...view, draft: commvaultDraft(view.draft), shown: commvaultChoices(view.shown) };
}
