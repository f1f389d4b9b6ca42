import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { QUESTION_FIELDS } from '#src/datasources/azure-vm/field.ts';
import { VM_FIELDS, type VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { keysOf } from '#src/lib/data.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { FullFacts } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';
import { aboutMachine } from '#src/strings/vm-restore.ts';
import type { FieldOption } from '#src/ui/fields/option.tsx';
import type { DraftChange, Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import { changeChoices as changeIn } from '#src/wizard/draft/store.ts';
import {
  applied,
  isOther,
  isOtherDatasource,
  type Transitions,
} from '#src/wizard/draft/transitions.ts';
import { chosenTextBy } from '#src/wizard/fields/field-words.ts';
import {
  cause,
  type LossCause,
  lostFields,
  ruleChoicesOf,
  shownAs,
  taskFields,
} from '#src/wizard/fields/field.ts';
import { known } from '#src/wizard/read.ts';

/** A question about the machine. */
export type Question = keyof typeof QUESTION_FIELDS;

/** The questions in the order of the page. */
export const QUESTIONS: readonly Question[] = keysOf(QUESTION_FIELDS);

/** The fields of a virtual machine's restore. */
export const vmFields = taskFields(VM_FIELDS);

/** A draft of a virtual machine's restore. */
export type VmDraft = Draft<VmChoices>;

export const { choicesOf: vmChoices, draftOf: vmDraft, changeOf: vmChange, newDraft } = vmFields;

/** The group and the type of restore that a change sets. */
const vmTypes = ({ group, option }: DraftChange): Partial<VmChoices> =>
  vmChange({ group, option }) ?? {};

/** A draft's choices as the rules read them: ids become the things they stand for. */
export const ruleChoices = (choices: VmChoices, reads: Reads): Choices =>
  ruleChoicesOf(VM_FIELDS, choices, { choices, reads });

/** Takes over what settling cleared or filled in; ids that only the draft holds stay. */
export const shownOf = (choices: VmChoices, settled: Choices, reads: Reads): VmChoices =>
  shownAs(VM_FIELDS, settled, choices, { choices, reads });

/** A field and what was chosen in it. */
export const chosenText = chosenTextBy(VM_FIELDS);

/** The answers that a question has, the first of them none. */
export function answerOptions(question: Question): FieldOption[] {
  return [
    { value: '', label: aboutMachine.notAnswered },
    ...Object.entries(QUESTION_FIELDS[question].answers).map(([value, label]) => ({
      value,
      label,
    })),
  ];
}

/** What was answered, in words; null where nothing was. */
export function answerText(question: Question, choices: VmChoices): string | null {
  const answer = choices[question];
  return answerOptions(question).find(({ value }) => value === answer)?.label ?? null;
}

/** What Azure reports about the VM that answers a question or rules it out. */
type Reported = Partial<Pick<FullFacts['vm'], 'osType' | 'isSql'>>;

type Answers = Pick<VmChoices, Question | 'option'>;

/** The answers, with what Azure reports. */
interface AnsweredView {
  readonly shown: Answers & Pick<VmChoices, 'point'>;
  readonly reads: Reads;
}

/** When each question applies. An unknown operating system counts as both. */
const APPLIES: Readonly<Record<Question, (given: Answers, reported: Reported) => boolean>> = {
  dc: (_, { osType }) => osType !== 'Linux',
  otherDcReachable: hasSiblings,
  isolatedNetwork: hasSiblings,
  // A domain controller is in its domain.
  domainJoined: ({ dc }, { osType }) => osType !== 'Linux' && (dc === null || dc === 'none'),
  domainTrouble: (given, reported) =>
    APPLIES.domainJoined(given, reported) && given.domainJoined === 'yes',
  isSql: ({ option }, { isSql }) => isSql === undefined && option !== 'replaceDisks',
  cloudInit: (_, { osType }) => osType !== 'Windows',
  outage: () => true,
};

/** Only for one controller of several do the others matter (document 000, Restore domain controller VMs). */
function hasSiblings({ dc }: Answers, { osType }: Reported): boolean {
  return osType !== 'Linux' && dc === 'multiple-dc-single-domain';
}

/** The questions that matter for the machine of a draft after what was answered so far, in their order. */
export function questionsOf({ shown, reads }: AnsweredView): Question[] {
  const point = known(reads.points)?.find(({ name }) => name === shown.point);
  return applicableQuestions(shown, reportedOf(reads, point));
}

/** What Azure puts into a machine that it knows to run SQL Server; a machine without it may run it too. */
const SQL_EXTENSION = 'SqlIaasExtension';

/** What Azure reports of the VM, from the restore point as it was then and from the VM as it is now. */
export function reportedOf(reads: Reads, point: RecoveryPoint | undefined): Reported {
  const machine = known(reads.machine);
  return {
    osType: point?.osType ?? machine?.osType ?? undefined,
    isSql: machine?.extensions?.includes(SQL_EXTENSION) === true ? true : undefined,
  };
}

function applicableQuestions(given: Answers, reported: Reported): Question[] {
  return QUESTIONS.filter((question) => APPLIES[question](given, reported));
}

/** The facts that answers give. */
export type AnswerFacts = Partial<Pick<FullFacts['vm'], Exclude<Question, 'outage'>>>;

/** What the answers say, as facts. One that is no longer asked counts as not given. */
export function factsOfAnswers(given: Answers, reported: Reported): AnswerFacts {
  const applicable = new Set(applicableQuestions(given, reported));
  const isYes = (question: Exclude<Question, 'dc' | 'outage'>): boolean | undefined => {
    const answer = applicable.has(question) ? given[question] : null;
    return answer === null ? undefined : answer === 'yes';
  };
  return {
    // Only Windows can be a domain controller, so the question applies only there.
    dc: applicable.has('dc') ? (given.dc ?? undefined) : 'none',
    otherDcReachable: isYes('otherDcReachable'),
    isolatedNetwork: isYes('isolatedNetwork'),
    domainJoined: isYes('domainJoined'),
    // What is in no domain has lost none.
    domainTrouble: isYes('domainJoined') === false ? false : isYes('domainTrouble'),
    isSql: reported.isSql ?? isYes('isSql'),
    cloudInit: isYes('cloudInit'),
  };
}

/**
 * What a restore makes or changes; empty while that is not chosen. `sourceId`: of the VM, where that is read; without
 * it the backup instance names the VM and its resource group.
 */
export function vmTargetOf(choices: VmChoices, sourceId?: string): readonly TargetPart[] {
  const { option, instance, rg, vmName } = choices;
  const place = { group: rg, subscriptionId: subscriptionOf(choices) };
  if (instance === null) return [];
  switch (option) {
    case 'createVm':
      return rg === null || vmName === null ? [] : [{ kind: 'vm', name: vmName, ...place }];
    case 'restoreDisks':
      return rg === null ? [] : [{ kind: 'disksOf', name: machineOfInstance(instance), ...place }];
    case 'replaceDisks':
      return [{ kind: 'vm', ...sourceOf(instance, sourceId), replaces: 'disks' }];
    case null:
      return [];
  }
}

/** The VM of a backup instance, whose ID ends in `VM;iaasvmcontainerv2;{group};{name}`. */
function sourceOf(
  instance: string,
  sourceId: string | undefined,
): Pick<TargetPart, 'name' | 'group' | 'subscriptionId'> {
  const source = parseResourceId(sourceId ?? '');
  return {
    name: source?.name ?? machineOfInstance(instance),
    group: source?.resourceGroup ?? instance.split(';').at(-2) ?? null,
    subscriptionId: source?.subscriptionId ?? subscriptionIn(instance),
  };
}

/** Where a restore goes: the subscription chosen, else the one of the instance's vault. */
function subscriptionOf({ subscription, instance }: VmChoices): string | null {
  return subscription ?? subscriptionIn(instance ?? '');
}

const subscriptionIn = (id: string): string | null =>
  /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? null;

/** The name of the VM, as the ID of its backup instance has it; null if none is selected. */
export const machineOfInstance = (instance: string | null): string | null =>
  instance?.split(';').at(-1) ?? null;

/** What follows from a change of a virtual machine's restore. */
export const transitions: Transitions = {
  completed: (before, change) => ({
    ...change,
    ...withType(vmChoices(before), vmTypes(change)),
    ...(isOtherDatasource(before, { ...before, datasource: datasourceAfter(before, change) })
      ? { rgIsNew: false }
      : {}),
  }),
  lostFields: (before, after) =>
    lostFields(VM_FIELDS, causesOf(vmChoices(before), vmChoices(after)), vmChoices(after)),
  nameOf: ({ instance }) => machineOfInstance(instance),
};

const datasourceAfter = (before: DraftChoices, { datasource }: DraftChange): string | null =>
  typeof datasource === 'string' ? datasource : before.datasource;

/** A change by the operator, applied with all that follows from it. Pure. */
export const withChoices = (draft: VmDraft, change: Partial<VmChoices>, at: number): VmDraft =>
  vmDraft(applied(transitions, draft, change, at));

/** Under `Replace existing` there is one type; under `Create new` it is none of those. */
function withType(before: VmChoices, change: Partial<VmChoices>): Partial<VmChoices> {
  const { group, option } = change;
  if (option !== undefined) {
    if (group !== undefined || option === null) return change;
    return { ...change, group: option === 'replaceDisks' ? 'replaceExisting' : 'createNew' };
  }
  if (group === undefined) return change;
  if (group === 'replaceExisting') return { ...change, option: 'replaceDisks' };
  return before.option === 'replaceDisks' ? { ...change, option: null } : change;
}

/** What a change exchanges. Another subscription has other networks. */
function causesOf(before: VmChoices, after: VmChoices): LossCause[] {
  const isElsewhere = isOther(subscriptionOf(before), subscriptionOf(after));
  return [
    cause('instance', isOther(before.instance, after.instance)),
    cause('region', before.regionView !== after.regionView),
    cause('subscription', isElsewhere),
    isElsewhere
      ? { changed: 'network', because: 'subscription', isSo: true }
      : cause('network', isOther(before.vnet, after.vnet)),
    cause('datasource', isOtherDatasource(before, after)),
  ];
}

/** Applies a change by the operator and stores the result. */
export const changeVmChoices = (id: string, change: Partial<VmChoices>): void =>
  changeIn(transitions, id, change);
