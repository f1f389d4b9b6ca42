import * as z from 'zod/mini';
import { vmOf } from '#src/api/commvault/home.ts';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import type { CommvaultAnswers } from '#src/datasources/commvault-vm/reads.ts';
import { keysOf } from '#src/lib/data.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { listText } from '#src/lib/wording.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { labelOf } from '#src/rules/fields.ts';
import { common } from '#src/strings/common.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { commvaultName } from '#src/strings/datasources.ts';
import { submission } from '#src/strings/submission.ts';
import type { Choice, Draft, DraftChange, DraftChoices } from '#src/wizard/draft/schema.ts';
import { isOther, isOtherDatasource, type Transitions } from '#src/wizard/draft/transitions.ts';
import { chosenTextBy } from '#src/wizard/fields/field-words.ts';
import {
  always,
  cause,
  type LossCause,
  type ChoicesOf,
  type Field,
  fieldsOfStep,
  type FieldTable,
  lostFields,
  taskFields,
} from '#src/wizard/fields/field.ts';
import { chosenOf, known, type Read } from '#src/wizard/read.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

const typesByDisk = z.record(z.string(), z.string());

/** Storage types that a managed disk can be restored to, as Azure names them. */
export const DISK_TYPES = ['Premium_LRS', 'StandardSSD_LRS', 'Standard_LRS'] as const;

/** The storage types that were chosen, by the names of the disks; of text that holds none, none. */
export function chosenTypes(text: string | null): Readonly<Record<string, string>> {
  try {
    return typesByDisk.safeParse(JSON.parse(text ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

/** The same with one more, as a draft stores it; null: the disk's own. */
export function withType(text: string | null, disk: string, type: string | null): string | null {
  const { [disk]: _before, ...others } = chosenTypes(text);
  const all = type === null ? others : { ...others, [disk]: type };
  return Object.keys(all).length === 0 ? null : JSON.stringify(all);
}

interface Points {
  readonly points: Read<readonly CommvaultPoint[]>;
}

/** The chosen restore point while Commvault lists it; undefined also where its points are not read. */
export const commvaultPointOf = (
  { point }: { readonly point: string | null },
  { points }: Points,
): CommvaultPoint | undefined => known(points)?.find(({ id }) => id === point);

export type CommvaultStepId = keyof typeof flow.step;

/** What a field may read: the choices, with what is filled in. */
interface Given {
  readonly choices: {
    readonly point: string | null;
    readonly instance: string | null;
    readonly cv: 'in-place' | 'out-of-place';
    readonly vmName: string | null;
  };
  readonly reads: CommvaultAnswers;
}

interface CommvaultField<Value extends Choice> extends Field<Value, Given> {
  readonly step: CommvaultStepId;
}

const field = <Value extends Choice>(
  schema: z.ZodMiniType<Value>,
  nothing: NoInfer<Value>,
  rest: Omit<CommvaultField<NoInfer<Value>>, 'schema' | 'nothing'>,
): CommvaultField<Value> => ({ schema, nothing, ...rest });

const text = z.nullable(z.string());
const words = flow.field;

/** Chosen of another source, it says nothing of this one. */
const ofSource = { instance: always, datasource: always } as const;
const ofSubscription = { ...ofSource, subscription: always } as const;

const shown = (value: string | null): string => value ?? submission.notChosen;
const named = (id: string | null): string => (id === null ? submission.notChosen : nameOf(id));
const namedIfChosen = (id: string | null): string | null => (id === null ? null : nameOf(id));
const namedOrSource = (id: string | null): string => (id === null ? flow.asSource : nameOf(id));
/** What is the source's in place, where Azure reports it. */
const ofPlace = (value: string | null, { choices }: Given): string =>
  value ?? (choices.cv === 'in-place' ? common.absence.notReported : submission.notChosen);
const ifNew =
  <Value>(line: (value: Value) => string) =>
  (value: Value, { choices }: Given): string | null =>
    choices.cv === 'out-of-place' ? line(value) : null;
const yesNo = (value: boolean): string => (value ? flow.yes : flow.no);

/** A field with the ID of something in Azure, which Review names. */
const resource = (
  step: CommvaultStepId,
  label: string,
  rest: Partial<CommvaultField<string | null>> = {},
) => field(text, null, { step, label, clearedBy: ofSubscription, nameOf, ...rest });

const check = (step: CommvaultStepId, label: string, nothing: boolean) =>
  field(z.boolean(), nothing, { step, label, summary: yesNo });

const TABLE = {
  datasource: field(text, 'commvault-vm', {
    step: 'datasource',
    label: labelOf('datasource'),
    // Rules know Commvault as a product.
    forRules: () => ({ product: 'commvault' }),
    summary: () => commvaultName,
  }),
  /** `commvault:{host}/vm/{guid}`. */
  instance: field(text, null, {
    step: 'instance',
    label: labelOf('instance'),
    clearedBy: { datasource: always },
    forRules: (instance) => ({ instance, scenario: 'entire-vm' }),
    summary: (instance, { reads }) =>
      instance === null ? submission.notChosen : (known(reads.vm)?.name ?? common.absence.notRead),
  }),
  /** ID of the backup job. */
  point: field(text, null, {
    step: 'restore-point',
    label: labelOf('point'),
    clearedBy: ofSource,
    forRules: (point, { choices, reads }) => ({
      recoveryPointId:
        known(reads.points) === undefined ? point : (commvaultPointOf(choices, reads)?.id ?? null),
    }),
    summary: (point, { choices, reads }) => {
      const time = commvaultPointOf(choices, reads)?.time;
      if (point === null) return submission.notChosen;
      return time === undefined ? common.absence.notRead : dateTimeText(time);
    },
  }),
  cv: field(z.enum(['in-place', 'out-of-place']), 'out-of-place', {
    step: 'destination',
    label: words.cv,
    isWithoutFacts: true,
    forRules: (cv) => ({ cv }),
    summary: (cv) => flow.cv[cv],
  }),
  hypervisor: field(text, null, {
    step: 'destination',
    label: words.hypervisor,
    clearedBy: ofSource,
    forRules: (hypervisor) => ({ hypervisor }),
    summary: (id, { reads }) =>
      known(reads.hypervisors)?.find((one) => one.id === id)?.displayName ?? shown(id),
  }),
  accessNode: field(text, null, {
    step: 'destination',
    label: words.accessNode,
    clearedBy: ofSource,
    summary: (id, { reads }) =>
      id === null
        ? flow.automatic
        : (known(reads.accessNodes)?.find((one) => one.id === id)?.displayName ?? id),
  }),
  /** What was typed to confirm that the VM is deleted: its name. */
  confirmReplace: field(text, null, {
    step: 'destination',
    label: words.confirm,
    clearedBy: ofSource,
    // Letter for letter.
    forRules: (typed, { reads }) => ({
      confirmReplace: typed !== null && typed === known(reads.vm)?.name,
    }),
  }),
  subscription: resource('destination', words.subscription, {
    clearedBy: ofSource,
    forRules: (subscription) => ({ subscription }),
    summary: (id, { reads }) =>
      known(reads.subscriptions)?.find((one) => sameId(one.id, id))?.name ?? shown(id),
  }),
  vmName: field(text, null, {
    step: 'vm',
    label: words.vmName,
    isTyped: true,
    clearedBy: ofSource,
    forRules: (vmName) => ({ vmName }),
    summary: shown,
  }),
  /** The name was typed here: while it was not, one is suggested. */
  isNameTyped: field(z.nullable(z.boolean()), null, {
    step: 'vm',
    label: words.vmName,
    clearedBy: ofSource,
  }),
  /** The VM and the fields of it whose suggestion was cleared, as {@link unfilledIn} reads it; null: none. */
  unfilled: field(text, null, { step: 'vm', label: words.vmName }),
  rg: field(text, null, {
    step: 'vm',
    label: words.rg,
    clearedBy: ofSubscription,
    nameOf: (name) => name,
    forRules: (rg) => ({ rg }),
    summary: ofPlace,
  }),
  region: field(text, null, {
    step: 'vm',
    label: words.region,
    clearedBy: ofSource,
    nameOf: (name) => name,
    forRules: (region) => ({ region }),
    summary: ofPlace,
  }),
  staging: resource('vm', words.staging, {
    forRules: (id, { reads }) => ({
      staging: chosenOf(id, reads.accounts, ({ region, tier, allowsSharedKey }) => ({
        region,
        tier: tier ?? undefined,
        allowSharedKey: allowsSharedKey,
      })),
    }),
    summary: named,
  }),
  securityGroup: resource('vm', words.securityGroup, {
    forRules: (securityGroup) => ({ securityGroup }),
    summary: ifNew(namedOrSource),
  }),
  vmSize: field(text, null, {
    step: 'vm',
    label: words.vmSize,
    clearedBy: ofSource,
    nameOf: (size) => size,
    forRules: (vmSize) => ({ vmSize }),
    summary: ifNew(shown),
  }),
  /** A number, `none`, or null for the source's. */
  zone: field(text, null, {
    step: 'vm',
    label: words.zone,
    clearedBy: ofSubscription,
    nameOf: (zone) => zone,
    forRules: (zone) => ({ zone: zone === 'none' ? null : zone }),
    summary: ifNew((zone) => (zone === 'none' ? flow.noZone : (zone ?? flow.asSource))),
  }),
  vnet: resource('vm', words.vnet, {
    forRules: (id, { reads }) => ({
      vnet: chosenOf(id, reads.networks, ({ region, subscriptionId: subscription }) => ({
        region,
        subscription,
      })),
    }),
    summary: ifNew(namedOrSource),
  }),
  /** Name of the subnet. */
  subnet: field(text, null, {
    step: 'vm',
    label: words.subnet,
    clearedBy: { ...ofSubscription, network: always },
    nameOf: (name) => name,
    forRules: (subnet) => ({ subnet }),
    summary: (subnet) => subnet,
  }),
  publicIp: { ...check('vm', words.publicIp, false), summary: ifNew(yesNo) },
  /** Storage types by the names of the disks, as text; null: all as the source's. */
  diskTypes: field(text, null, {
    step: 'vm',
    label: words.diskTypes,
    clearedBy: ofSource,
    summary: (types) => {
      const all = Object.entries(chosenTypes(types));
      return all.length === 0 ? flow.asSource : listText(all.map((one) => one.join(': ')));
    },
  }),
  asManaged: check('vm', words.asManaged, true),
  keyVault: resource('vm', words.keyVault, { summary: namedIfChosen }),
  diskEncryptionSet: resource('vm', words.diskEncryptionSet, {
    forRules: (diskEncryptionSet) => ({ diskEncryptionSet }),
    summary: namedIfChosen,
  }),
  tags: check('vm', words.tags, true),
  encryptedBlobs: field(z.nullable(z.enum(['yes', 'no'])), null, {
    step: 'vm',
    label: words.encryptedBlobs,
    clearedBy: ofSource,
    summary: (answer) => (answer === null ? null : flow[answer]),
  }),
  powerOn: check('options', words.powerOn, true),
  overwrite: {
    ...check('options', words.overwrite, false),
    forRules: (overwrite: boolean) => ({ overwrite }),
    summary: ifNew(yesNo),
  },
  notify: check('options', words.notify, false),
  /** Selected at Review; any other change clears these. */
  consequenceRead: field(z.boolean(), false, {
    step: 'review',
    label: labelOf('consequenceRead'),
    forRules: (consequenceRead) => ({ consequenceRead }),
  }),
};

/** What the operator has chosen; null is "not chosen". */
export type CommvaultChoices = ChoicesOf<typeof TABLE>;

/** The fields of a VM's restore by Commvault, one entry each, in the order of the pages. */
export const COMMVAULT_FIELDS: FieldTable<CommvaultChoices, Given> = TABLE;

/** A draft of a VM's restore by Commvault. */
export type CommvaultDraft = Draft<CommvaultChoices>;

/** The fields of a VM's restore by Commvault. */
export const commvaultFields = taskFields(COMMVAULT_FIELDS);

export const {
  choicesOf: commvaultChoices,
  draftOf: commvaultDraft,
  changeOf: commvaultChange,
  newDraft: newCommvaultDraft,
} = commvaultFields;

/** A field and what was chosen in it. */
export const commvaultChosenText = chosenTextBy(COMMVAULT_FIELDS);

/** Fields that hold what the source or a list says while nothing was chosen; the name keeps that by itself. */
const FILLED = [
  'hypervisor',
  'subscription',
  'rg',
  'region',
  'vmSize',
  'subnet',
  'staging',
] as const;

export type FilledField = (typeof FILLED)[number];

/** The fields of this VM whose suggestion was cleared. */
export function unfilledIn({ instance, unfilled }: CommvaultChoices): readonly string[] {
  const [of, fields] = unfilled?.split(' ') ?? [];
  return of === instance ? (fields?.split(',') ?? []) : [];
}

/** A suggestion that was cleared isn't made again for the same VM. */
function withUnfilled(before: DraftChoices, change: DraftChange): DraftChange {
  const cleared = FILLED.filter((name) => change[name] === null);
  if (cleared.length === 0) return {};
  const choices = commvaultChoices(before);
  const all = new Set([...unfilledIn(choices), ...cleared]);
  return { unfilled: `${String(choices.instance)} ${[...all].join(',')}` };
}

/** What follows from a change: a key vault and a disk encryption set exclude each other. */
export const commvaultTransitions: Transitions = {
  completed: (before, change) => ({
    ...change,
    ...withUnfilled(before, change),
    ...(change['vmName'] !== undefined && { isNameTyped: true }),
    ...(typeof change['keyVault'] === 'string' && { diskEncryptionSet: null }),
    ...(typeof change['diskEncryptionSet'] === 'string' && { keyVault: null }),
  }),
  lostFields: (before, after) =>
    lostFields(
      COMMVAULT_FIELDS,
      causesOf(commvaultChoices(before), commvaultChoices(after)),
      commvaultChoices(after),
    ),
  // The GUID is all that an ID says.
  nameOf: ({ instance }) => (instance === null ? null : (vmOf(instance)?.name ?? null)),
};

/** Another subscription than the one filled in has other things in it, too. */
const causesOf = (before: CommvaultChoices, after: CommvaultChoices): LossCause[] => [
  cause('instance', isOther(before.instance, after.instance)),
  cause('subscription', before.subscription !== after.subscription),
  cause('network', isOther(before.vnet, after.vnet)),
  cause('datasource', isOtherDatasource(before, after)),
];

/** The steps of Command Center's wizard, after those that say what is restored. */
export const COMMVAULT_STEPS: readonly TaskStep<CommvaultStepId>[] = keysOf(flow.step).map(
  (id) => ({
    id,
    title: flow.step[id],
    fields: fieldsOfStep(COMMVAULT_FIELDS, id),
  }),
);
