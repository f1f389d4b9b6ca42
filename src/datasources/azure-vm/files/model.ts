import {
  answered,
  factReader,
  type FactSource,
  type FactTable,
  type ViewModel,
  viewOf,
} from '#src/wizard/explain/view.ts';
import { type DraftView, vmModel } from '#src/datasources/azure-vm/model.ts';
import { vmFactsOf, vmFactSourceOf } from '#src/datasources/azure-vm/facts.ts';
import {
  FILE_FIELDS,
  fileChange,
  fileChoices,
  type FileChoices,
  fileDraft,
  type FileQuestion,
  type FileStepId,
  fileTransitions,
  STEPS_OF_FILES,
} from '#src/datasources/azure-vm/files/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { keysOf } from '#src/lib/data.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import { fileRules } from '#src/rules/catalogue/files.ts';
import { softDeleteRules } from '#src/rules/catalogue/soft-delete.ts';
import { stepRules } from '#src/rules/catalogue/steps.ts';
import { ruleSet } from '#src/rules/engine.ts';
import type { FactName, Facts } from '#src/rules/facts.ts';
import { fieldsOf, isRuleOf, type Rule } from '#src/rules/rule.ts';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import { entryOf, insteadBy, ruleChoicesOf, shownAs } from '#src/wizard/fields/field.ts';

interface Given {
  readonly choices: FileChoices;
  /** What a restore knows. */
  readonly facts: Facts;
}

type FileFact = 'vm.system' | 'vm.isDeduplicated' | 'vm.spansDisks' | 'vm.isAccountRestricted';

/** What no API reports of the backed-up machine: each fact with the field that asks for it. */
const FILE_FACTS: FactTable<FileFact, never, FileQuestion, Given> = {
  'vm.system': answered('sourceSystem', ({ choices }) => choices.sourceSystem ?? undefined),
  // Data Deduplication is a feature of Windows Server, so there is no question about Linux.
  'vm.isDeduplicated': answered('deduplicated', ({ choices, facts }) =>
    facts.vm?.osType === 'Linux' ? false : isYes(choices.deduplicated),
  ),
  'vm.spansDisks': answered('spannedVolumes', ({ choices }) => isYes(choices.spannedVolumes)),
  'vm.isAccountRestricted': answered('restrictedAccount', ({ choices }) =>
    isYes(choices.restrictedAccount),
  ),
};

const isYes = (answer: 'yes' | 'no' | null): boolean | undefined =>
  answer === null ? undefined : answer === 'yes';

const readFacts = factReader(FILE_FACTS, {});
const SOURCES: Readonly<Partial<Record<FactName, FactSource>>> = FILE_FACTS;

/** Where a fact about a file recovery comes from. */
const fileSourceOf = (fact: FactName): FactSource => SOURCES[fact] ?? vmFactSourceOf(fact);

/** What the rules of file recovery may know: what a restore knows, and what was answered. Pure. */
function fileFactsOf(reads: Reads, choices: FileChoices): Facts {
  const facts = vmFactsOf(reads, choices);
  return { ...facts, vm: { ...facts.vm, ...readFacts({ choices, facts }).vm } };
}

/** What of the restore's rules is about the instance and the point, whatever is done with them. */
const SHARED = [
  'instance.secondary.toggle',
  'instance.secondary.managed-only',
  'crr.enabled',
  'crr.grs-only',
  'point.consistency.crash',
  'point.secondary.vault-only',
  'point.not-in-secondary',
  'point.archive',
] as const;

/** The rules that judge a file recovery. */
export const fileRuleSet = ruleSet([
  ...stepRules.filter((rule) => isRuleOf(rule, SHARED)),
  ...softDeleteRules,
  ...fileRules,
]);

const { hiding: _, ...shared } = vmModel;

/** How a file recovery is judged: by rules of its own, about the machine and point that a restore has too. */
export const fileModel: ViewModel<Reads> = {
  ...shared,
  sourceOf: fileSourceOf,
  steps: STEPS_OF_FILES,
  rules: fileRuleSet,
  stepOf,
  fieldLabel: (field) => entryOf(FILE_FIELDS, field)?.label ?? vmModel.fieldLabel(field),
  factsOf: (reads, choices) => fileFactsOf(reads, fileChoices(choices)),
  ruleChoices: (choices, reads) => {
    const typed = fileChoices(choices);
    return ruleChoicesOf(FILE_FIELDS, typed, { choices: typed, reads });
  },
  shownOf: (choices, settled, reads) => {
    const typed = fileChoices(choices);
    return shownAs(FILE_FIELDS, settled, typed, { choices: typed, reads });
  },
  transitions: fileTransitions,
  targetOf,
  instead: {
    candidatesOf: ({ shown, reads }, field) =>
      entryOf(FILE_FIELDS, field)?.candidates?.({ choices: fileChoices(shown), reads }) ?? [],
    ...insteadBy(FILE_FIELDS),
    parseChange: fileChange,
  },
};

/** The step of the first field that a rule speaks about. */
function stepOf(rule: Rule): FileStepId {
  const fields = fieldsOf(rule);
  return (
    STEPS_OF_FILES.find((step) => step.fields.some((name) => fields.some((f) => f === name)))?.id ??
    'restore-point'
  );
}

/** What a file recovery changes: nothing but the session of its restore point. */
function targetOf(choices: DraftChoices): readonly TargetPart[] {
  const { instance, point } = fileChoices(choices);
  if (instance === null || point === null) return [];
  const name = `files of ${instance}/${point}`.toLowerCase();
  return [{ kind: 'other', name, group: null, subscriptionId: null }];
}

/** The draft of a file recovery with everything that is known and said about it. */
export interface FileView extends DraftView {
  readonly draft: Draft<FileChoices>;
  readonly shown: FileChoices;
}

/** Applies the rules of file recovery to a draft. Pure. */
export function fileViewOf(draft: Draft, reads: Reads): FileView {
  const view = viewOf(fileModel, draft, reads);
  return { ...view, draft: fileDraft(view.draft), shown: fileChoices(view.shown) };
}

/** The questions about where the script runs that matter for the VM of a draft. Pure. */
export function fileQuestionsOf({
  facts,
  shown,
}: Pick<FileView, 'facts' | 'shown'>): ReadonlySet<FileQuestion | 'runnerSystem'> {
  const { osType, isManaged } = facts.vm ?? {};
  const isElsewhere = shown.isOnSource !== 'yes';
  const questions = {
    // The source machine has the system that it has.
    sourceSystem: isElsewhere && osType !== 'Linux',
    runnerSystem: isElsewhere || osType !== 'Windows',
    spannedVolumes: true,
    deduplicated: osType !== 'Linux',
    restrictedAccount: isManaged === false,
  };
  return new Set(keysOf(questions).filter((question) => questions[question]));
}

/** The warnings of a step, as rules. Pure. */
export const warningsIn = ({ settled, model }: FileView, step: string) =>
  settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'warn' && model.stepOf(rule) === step ? [rule] : [],
  );

/** Whether a rule warns. Pure. */
export const isWarned = ({ settled }: FileView, id: string): boolean =>
  settled.verdicts.some(({ rule, state }) => state === 'speaks' && rule.id === id);
