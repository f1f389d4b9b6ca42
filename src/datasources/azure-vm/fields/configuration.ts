import * as z from 'zod/mini';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/choices/kinds.ts';
import { ownGroup } from '#src/datasources/azure-vm/choices/own-group.ts';
import { chosenOf, groupValue, vnetChoice } from '#src/datasources/azure-vm/choices/rule-values.ts';
import { networkChoice } from '#src/datasources/azure-vm/choices/target-region.ts';
import {
  groupNameCandidates,
  machineNameCandidates,
  networkCandidates,
  subnetCandidates,
  zoneCandidates,
} from '#src/datasources/azure-vm/explain/candidates.ts';
import { field, text, valueText } from '#src/datasources/azure-vm/fields/field.ts';
import { type Reads, subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { submission } from '#src/strings/submission.ts';
import { unusedChoices } from '#src/strings/unused-choices.ts';
import { wizard } from '#src/strings/wizard.ts';
import { always } from '#src/wizard/fields/field.ts';
import { known } from '#src/wizard/reads/read.ts';

const words = wizard.configuration;
const step = 'configuration';

/** How and where it is restored. */
export const CONFIGURATION_FIELDS = {
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
  vmName: field(text, null, {
    step,
    label: words.vmName,
    isTyped: true,
    nameOf,
    forRules: (vmName) => ({ vmName }),
    fromRules: (settled) => settled.vmName,
    summary: (vmName) => valueText(vmName, vmName ?? ''),
    candidates: ({ choices }) => machineNameCandidates(choices.vmName),
  }),
  subscription: field(text, null, {
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
  rg: field(text, null, {
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
  vnet: field(text, null, {
    step,
    label: words.vnet,
    clearedBy: { region: always, subscription: always },
    leftOut: null,
    nameOf,
    forRules: (_, { choices, reads }) => ({
      vnet: chosenOf(networkChoice(choices, reads), known(reads.networks), vnetChoice),
    }),
    fromRules: (settled, { choices, reads }) =>
      settled.vnet === null ? null : networkChoice(choices, reads),
    summary: (vnet) => valueText(vnet, nameOf(vnet ?? '')),
    candidates: networkCandidates,
  }),
  /** Name of the subnet. */
  subnet: field(text, null, {
    step,
    label: words.subnet,
    clearedBy: { region: always, network: always },
    nameOf: (name) => name,
    forRules: (subnet) => ({ subnet }),
    fromRules: (settled) => settled.subnet,
    summary: (subnet) => valueText(subnet, subnet ?? ''),
    candidates: (given) => subnetCandidates(given, given.choices),
  }),
  zone: field(text, null, {
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
