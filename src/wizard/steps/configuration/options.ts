import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { FieldOption } from '#src/ui/fields/option.ts';
import { stagingChoice, vnetChoice } from '#src/wizard/draft/choices.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import { blockedBy } from '#src/wizard/draft/rule-words.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

const words = wizard.configuration;

/** Why a list is empty, while it is not read; undefined once it is. */
export function readHint(read: Read<unknown>): string | undefined {
  return read.state === 'known' ? undefined : wizard.reads[read.state];
}

/** The types under `Create new`, or the one under `Replace existing`. */
export function typeOptions(view: DraftView): FieldOption[] {
  const types =
    view.shown.group === 'replaceExisting'
      ? (['replaceDisks'] as const)
      : (['createVm', 'restoreDisks'] as const);
  return types.map((value) => ({
    value,
    label: words[value],
    blocked: blockedBy(view, 'option', value),
  }));
}

/** `Replace existing` stands for the one type under it. */
export function groupChoices(view: DraftView): FieldOption[] {
  return [
    { value: 'createNew', label: words.createNew },
    {
      value: 'replaceExisting',
      label: words.replaceExisting,
      blocked: blockedBy(view, 'option', 'replaceDisks'),
    },
  ];
}

/** The subscriptions, those that a rule refuses with its reason. */
export function subscriptionOptions(view: DraftView): FieldOption[] {
  return (known(view.reads.subscriptions) ?? []).map(({ id, name, tenantId }) => {
    // Each is judged by its own tenant, not by that of the subscription chosen now.
    const choices = { ...view.choices, subscriptionTenant: tenantId ?? undefined };
    return {
      value: id,
      label: name,
      remark: id,
      blocked: blockedBy({ ...view, choices }, 'subscription', id),
    };
  });
}

/** The resource groups of the target subscription. */
export function groupOptions(view: DraftView): FieldOption[] {
  return (known(view.reads.groups) ?? []).map(({ name, region }) => ({
    value: name,
    label: name,
    remark: region,
  }));
}

/** The networks of the target subscription, those elsewhere with their reason. */
export function networkOptions(view: DraftView): FieldOption[] {
  const options = (known(view.reads.networks) ?? []).map((network) => ({
    value: network.id,
    label: network.name,
    remark: `${network.region}, ${network.resourceGroup}`,
    blocked: blockedBy(view, 'vnet', vnetChoice(network)),
  }));
  return usableFirst(options);
}

/** The subnets of the chosen network; one that is given over to a service takes no machine. */
export function subnetOptions(view: DraftView): FieldOption[] {
  const network = known(view.reads.networks)?.find(({ id }) => sameId(id, view.shown.vnet));
  const subnets = (network?.subnets ?? []).filter(({ isDelegated }) => !isDelegated);
  return subnets.map(({ name, addressPrefixes }) => ({
    value: name,
    label: name,
    remark: addressPrefixes.join(', '),
  }));
}

/** The zones of the region, the source's own first. */
export function zoneOptions(view: DraftView): FieldOption[] {
  const region = known(view.reads.vault)?.region;
  const zones = known(view.reads.regions)?.find(({ name }) => sameId(name, region))?.zones ?? [];
  const own = known(view.reads.machine)?.zone ?? null;
  return zones
    .toSorted((a, b) => Number(b === own) - Number(a === own) || a.localeCompare(b))
    .map((zone) => ({
      value: zone,
      label: words.zoneOf(zone),
      remark: zone === own ? words.ownZone : undefined,
      blocked: blockedBy(view, 'zone', zone),
    }));
}

/** The storage accounts with their redundancy in parentheses, the unusable ones with their reason. */
export function accountOptions(view: DraftView): FieldOption[] {
  const options = (known(view.reads.accounts) ?? []).map((account) => ({
    value: account.id,
    label: account.redundancy === null ? account.name : `${account.name} (${account.redundancy})`,
    remark: `${account.region}, ${account.resourceGroup}`,
    blocked: blockedBy(view, 'staging', stagingChoice(account)),
  }));
  return usableFirst(options);
}

/** The disk encryption sets of the region. */
export function encryptionSetOptions(view: DraftView): FieldOption[] {
  const region = known(view.reads.vault)?.region;
  const sets = (known(view.reads.encryptionSets) ?? []).filter((set) => sameId(set.region, region));
  return sets.map(({ id, name, resourceGroup }) => ({
    value: id,
    label: name,
    remark: resourceGroup,
  }));
}

/** The identities that the vault could use. */
export function identityOptions(view: DraftView): FieldOption[] {
  return (['none', 'system', 'user'] as const).map((value) => ({
    value,
    label: words.identities[value],
    blocked: blockedBy(view, 'identity', value),
  }));
}

function usableFirst(options: readonly FieldOption[]): FieldOption[] {
  return options.toSorted((a, b) => Number(isBlocked(a)) - Number(isBlocked(b)));
}

function isBlocked(option: FieldOption): boolean {
  return option.blocked !== undefined;
}
