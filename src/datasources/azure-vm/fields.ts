import * as z from 'zod/mini';
import {
  accountCandidates,
  groupNameCandidates,
  groupValue,
  identityCandidates,
  machineNameCandidates,
  networkCandidates,
  optionsInRegion,
  pointCandidates,
  stagingChoice,
  subnetCandidates,
  vnetChoice,
  zoneCandidates,
} from '#src/datasources/azure-vm/candidates.ts';
import {
  field,
  ifChosen,
  QUESTION_FIELDS,
  RESTORE_KINDS,
  nullableText,
  valueText,
  type VmField,
  type VmGiven,
} from '#src/datasources/azure-vm/field.ts';
import { type Reads, subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import {
  chosenRegion,
  networkChoice,
  ownGroup,
  pointOf,
} from '#src/datasources/azure-vm/target.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { listText } from '#src/lib/wording.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { type Choices, DATASOURCES_OF_RULES, labelOf } from '#src/rules/fields.ts';
import { common } from '#src/strings/common.ts';
import { datasources } from '#src/strings/datasources.ts';
import { submission } from '#src/strings/submission.ts';
import { unusedChoices } from '#src/strings/choices.ts';
import { wizard } from '#src/strings/wizard.ts';
import { always, type ChoicesOf, type FieldTable } from '#src/wizard/fields/field.ts';
import { chosenOf, known } from '#src/wizard/read.ts';

const words = wizard.configuration;
const step = 'configuration';

/** How and where it is restored. */
const CONFIGURATION_FIELDS = {
  group: field(z.nullable(z.enum(['createNew', 'replaceExisting'])), 'createNew', {
    step,
    label: words.group,
    isWithoutFacts: true,
    forRules: (group) => ({ group }),
    fromRules: (settled) => settled.group,
  }),
  option: field(z.nullable(z.enum(RESTORE_KINDS)), null, {
    step,
    label: words.option,
    isWithoutFacts: true,
    forRules: (option) => ({ option }),
    fromRules: (settled) => settled.option,
    summary: (option) => (option === null ? submission.notChosen : words[option]),
  }),
  vmName: field(nullableText, null, {
    step,
    label: words.vmName,
    isTyped: true,
    nameOf,
    forRules: (vmName) => ({ vmName }),
    fromRules: (settled) => settled.vmName,
    summary: (vmName) => valueText(vmName, vmName ?? ''),
    candidates: ({ choices }) => machineNameCandidates(choices.vmName),
  }),
  subscription: field(nullableText, null, {
    step,
    label: words.subscription,
    leftOut: null,
    forRules: (subscription, { reads }) => ({
      subscription,
      subscriptionTenant: subscription === null ? null : tenantOf(subscription, reads),
    }),
    fromRules: (settled) => settled.subscription,
    unusedText: (id, { reads }) =>
      unusedChoices.chosen(words.subscription, subscriptionName(reads, id) ?? id ?? ''),
    summary: (subscription, { reads }) =>
      valueText(subscription, subscriptionName(reads, subscription)),
  }),
  /** Name of the resource group. */
  rg: field(nullableText, null, {
    step,
    label: words.rg,
    isTyped: true,
    // A new group can be made in any subscription.
    clearedBy: { subscription: ({ rgIsNew }) => !rgIsNew, datasource: always },
    nameOf: (name) => name,
    forRules: (rg, { choices, reads }) => ({
      rg: groupValue(rg, choices.rgIsNew, known(reads.groups)),
    }),
    fromRules: (settled) => settled.rg,
    summary: (rg) => valueText(rg, rg ?? ''),
    // An existing group is selected as it is; a new one needs a name that is not in use.
    candidates: ({ choices }) => (choices.rgIsNew ? groupNameCandidates(choices.rg) : []),
  }),
  rgIsNew: field(z.boolean(), false, {
    step,
    label: words.newGroup,
    // One that the draft itself has created is there for it.
    forRules: (rgIsNew, { choices, reads }) => ({
      rgIsNew: rgIsNew && ownGroup(choices, reads) === null,
    }),
  }),
  /** Id of the virtual network. */
  vnet: field(nullableText, null, {
    step,
    label: words.vnet,
    clearedBy: { region: always, subscription: always },
    leftOut: null,
    nameOf,
    forRules: (_, { choices, reads }) => ({
      vnet: chosenOf(networkChoice(choices, reads), reads.networks, vnetChoice),
    }),
    fromRules: (settled, { choices, reads }) =>
      settled.vnet === null ? null : networkChoice(choices, reads),
    summary: (vnet) => valueText(vnet, nameOf(vnet ?? '')),
    candidates: networkCandidates,
  }),
  /** Name of the subnet. */
  subnet: field(nullableText, null, {
    step,
    label: words.subnet,
    clearedBy: { region: always, network: always },
    nameOf: (name) => name,
    forRules: (subnet) => ({ subnet }),
    fromRules: (settled) => settled.subnet,
    summary: (subnet) => valueText(subnet, subnet ?? ''),
    candidates: (given) => subnetCandidates(given, given.choices),
  }),
  zone: field(nullableText, null, {
    step,
    label: words.zone,
    isWithoutFacts: true,
    // Another subscription numbers the same places in its own way.
    clearedBy: { region: always, subscription: always },
    leftOut: null,
    nameOf: words.zoneOf,
    isNamedByValue: true,
    forRules: (zone) => ({ zone }),
    fromRules: (settled) => settled.zone,
    summary: (zone) => valueText(zone, words.zoneOf(zone ?? '')),
    candidates: (given) => zoneCandidates(given, given.choices),
  }),
};

const tenantOf = (subscription: string, { subscriptions }: Reads): string | undefined =>
  known(subscriptions)?.find(({ id }) => sameId(id, subscription))?.tenantId ?? undefined;

/** A field with the ID of a resource of the region restored to. */
const regional = (
  name: 'diskEncryptionSet' | 'diskAccessId',
  list: 'encryptionSets' | 'diskAccesses',
  rest: Pick<VmField<string | null>, 'step' | 'label' | 'forRules'>,
) =>
  field(nullableText, null, {
    ...rest,
    clearedBy: { region: always, subscription: always },
    leftOut: null,
    nameOf,
    fromRules: (settled) => settled[name],
    summary: ifChosen(nameOf),
    candidates: ({ choices, reads }) =>
      optionsInRegion({ shown: choices, reads }, reads[list]).map(({ value, label }) => ({
        name: label,
        change: { [name]: value },
      })),
  });

/** Where the service puts its files, how the disks are restored, and by whose permission. */
const DISK_FIELDS = {
  /** Id of the storage account. */
  staging: field(nullableText, null, {
    step,
    label: words.staging,
    clearedBy: { region: always, subscription: always },
    leftOut: null,
    nameOf,
    forRules: (staging, { reads }) => ({
      staging: chosenOf(staging, reads.accounts, stagingChoice),
    }),
    fromRules: (settled, { choices }) => (settled.staging === null ? null : choices.staging),
    summary: (staging, { reads }) => valueText(staging, accountText(staging, reads)),
    candidates: accountCandidates,
  }),
  restoreAsManaged: field(z.nullable(z.boolean()), null, {
    step,
    label: words.restoreAsManaged,
    control: 'check',
    leftOut: null,
    forRules: (restoreAsManaged) => ({ restoreAsManaged }),
    fromRules: (settled) => settled.restoreAsManaged,
    unusedText: () => words.restoreAsManaged,
    summary: (isManaged) => (isManaged === true ? words.yes : null),
  }),
  /** Id of the disk encryption set. */
  diskEncryptionSet: regional('diskEncryptionSet', 'encryptionSets', {
    step,
    label: words.encryptionSet,
    forRules: (diskEncryptionSet) => ({ diskEncryptionSet }),
  }),
  identity: field(z.enum(['none', 'system', 'user']), 'none', {
    step,
    label: words.identity,
    isWithoutFacts: true,
    leftOut: 'none',
    forRules: (identity) => ({ identity }),
    fromRules: (settled) => settled.identity,
    unusedText: (identity) => unusedChoices.chosen(words.identity, words.identities[identity]),
    summary: (identity) => (identity === 'none' ? null : words.identities[identity]),
  }),
  identityId: field(nullableText, null, {
    step,
    label: words.identityId,
    isTyped: true,
    leftOut: null,
    nameOf,
    forRules: (identityId) => ({ identityId }),
    fromRules: (settled) => settled.identityId,
    summary: ifChosen((id) => id),
    candidates: identityCandidates,
  }),
  /** What was typed to confirm a replacement: the machine's name confirms it. */
  confirmReplace: field(nullableText, null, {
    step: 'review',
    label: words.confirm,
    clearedBy: { instance: always, datasource: always },
    // Letter for letter.
    forRules: (typed, { reads }) => ({
      confirmReplace: typed !== null && typed === known(reads.instance)?.friendlyName,
    }),
  }),
};

/** Who may reach the restored disks. */
const NETWORK_FIELDS = {
  diskAccess: field(z.nullable(z.enum(['same', 'public', 'private'])), null, {
    step: 'network-access',
    label: wizard.network.label,
    isWithoutFacts: true,
    forRules: (diskAccess) => ({ diskAccess }),
    fromRules: (settled) => settled.diskAccess,
    unusedText: (access) => (access === null ? wizard.network.label : wizard.network[access]),
    summary: (access) => (access === null ? null : [submission.network, wizard.network[access]]),
  }),
  /** Id of the disk access. */
  diskAccessId: regional('diskAccessId', 'diskAccesses', {
    step: 'network-access',
    label: wizard.network.diskAccess,
    forRules: (diskAccessId) => ({ diskAccessId }),
  }),
};

/** Selected at Review; any other change clears these. */
const REVIEW_FIELDS = {
  consequenceRead: field(z.boolean(), false, {
    step: 'review',
    label: labelOf('consequenceRead'),
    forRules: (consequenceRead) => ({ consequenceRead }),
  }),
  warningsRead: field(z.boolean(), false, {
    step: 'review',
    label: labelOf('warningsRead'),
    forRules: (warningsRead) => ({ warningsRead }),
  }),
};

function accountText(staging: string | null, { accounts }: Reads): string | undefined {
  const account = known(accounts)?.find(({ id }) => sameId(id, staging));
  return account && `${account.name} (${account.redundancy ?? common.absence.notReported})`;
}

/** What is restored, and as of when. */
const SOURCE_FIELDS = {
  datasource: field(nullableText, null, {
    step: 'datasource',
    label: wizard.datasource.label,
    forRules: (datasource, { choices }) => ({
      datasource: datasourceOf(datasource, choices.instance),
    }),
    fromRules: (settled) => settled.datasource,
    summary: () => datasources['azure-vm'],
  }),
  /** In which of the vault's two regions the machine is looked for, and then restored. */
  regionView: field(z.enum(['primary', 'secondary']), 'primary', {
    step: 'instance',
    label: labelOf('regionView'),
    forRules: (regionView, { choices, reads }) => ({
      secondary: regionView === 'secondary',
      viewRegion: regionView,
      region: chosenRegion(choices, reads),
    }),
    fromRules: (settled) => settled.viewRegion,
  }),
  /** ID of the backup instance. */
  instance: field(nullableText, null, {
    step: 'instance',
    label: wizard.instance.label,
    clearedBy: { datasource: always },
    forRules: (instance, { reads }) => ({
      instance,
      sourceResourceId: known(reads.instance)?.sourceResourceId ?? null,
    }),
    summary: (instance, { reads }) => {
      const item = known(reads.instance);
      return valueText(
        instance,
        item &&
          listText([item.friendlyName, item.resourceGroup, item.vaultName].map(textInSentence)),
      );
    },
  }),
  /** Name of the recovery point. */
  point: field(nullableText, null, {
    step: 'restore-point',
    label: wizard.point.label,
    clearedBy: {
      instance: always,
      // Every point of the secondary region is in the primary one too; not the other way round.
      region: ({ regionView }) => regionView === 'secondary',
      datasource: always,
    },
    forRules: (point, { choices, reads }) => ({
      recoveryPointId: point,
      vmSize: pointOf(choices, reads)?.vmSize ?? null,
    }),
    summary: (point, { choices, reads }) => {
      const chosen = pointOf(choices, reads);
      const time = chosen?.time ?? null;
      return valueText(
        point,
        time === null ? chosen && common.absence.notReported : dateTimeText(time),
      );
    },
    candidates: pointCandidates,
  }),
};

/** An instance that is chosen settles the datasource; a draft of another one is judged as what it is. */
function datasourceOf(datasource: string | null, instance: string | null): Choices['datasource'] {
  if (datasource === null) return instance === null ? null : 'azure-vm';
  return DATASOURCES_OF_RULES.find((one) => one === datasource) ?? 'azure-vm';
}

/** What the rules can take away of a target while its draft keeps it. */
export const TARGET_FIELDS = { ...CONFIGURATION_FIELDS, ...DISK_FIELDS, ...NETWORK_FIELDS };

const TABLE = { ...SOURCE_FIELDS, ...TARGET_FIELDS, ...QUESTION_FIELDS, ...REVIEW_FIELDS };

/** What the operator has chosen; null is "not chosen". Resources are stored by their id or name. */
export type VmChoices = ChoicesOf<typeof TABLE>;

/** The fields of a virtual machine's restore, one entry each, in the order of the page. */
export const VM_FIELDS: FieldTable<VmChoices, VmGiven> = TABLE;
