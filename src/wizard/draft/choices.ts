import { isCut } from '#src/lib/list.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { VirtualNetwork } from '#src/model/placement.ts';
import type { ResourceGroup, StorageAccount } from '#src/model/target.ts';
import type { Choices, StagingChoice, VnetChoice } from '#src/rules/choices.ts';
import { networkChoice } from '#src/wizard/draft/network-choice.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { Reads } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { chosenRegion, pointOf } from '#src/wizard/draft/target-region.ts';

/** A draft's choices as the rules read them: ids become the things they stand for. */
export function ruleChoices(choices: DraftChoices, reads: Reads): Choices {
  const subscription = known(reads.subscriptions)?.find(({ id }) =>
    sameId(id, choices.subscription),
  );
  return {
    ...NOT_ASKED,
    // A machine that is chosen settles the datasource: were that left to a default, what hangs on it
    // would be cleared first.
    datasource: choices.datasource ?? (choices.instance === null ? null : 'azure-vm'),
    instance: choices.instance,
    pointId: choices.point,
    sourceResourceId: known(reads.instance)?.sourceResourceId ?? null,
    group: choices.group,
    option: choices.option,
    secondary: choices.regionView === 'secondary',
    viewRegion: choices.regionView,
    region: chosenRegion(choices, reads),
    subscription: choices.subscription,
    subscriptionTenant:
      choices.subscription === null ? null : (subscription?.tenantId ?? undefined),
    rg: groupOf(choices, known(reads.groups)),
    rgIsNew: choices.rgIsNew,
    vmName: choices.vmName,
    vmSize: pointOf(choices, reads)?.vmSize ?? null,
    vnet: networkOf(networkChoice(choices, reads), known(reads.networks)),
    subnet: choices.subnet,
    zone: choices.zone,
    restoreAsManaged: choices.restoreAsManaged,
    identity: choices.identity,
    identityId: choices.identityId,
    diskEncryptionSet: choices.diskEncryptionSet,
    confirmReplace: isConfirmed(choices.confirmReplace, known(reads.instance)?.friendlyName),
    staging: stagingOf(choices.staging, known(reads.accounts)),
    diskAccess: choices.diskAccess,
    diskAccessId: choices.diskAccessId,
    diskMode: choices.diskMode,
    diskName: choices.diskName,
    consequenceRead: choices.consequenceRead,
    warningsRead: choices.warningsRead,
  };
}

/** What this product's Azure flow never asks, or does not ask yet. */
export const NOT_ASKED: Choices = {
  product: 'azure-backup',
  datasource: null,
  scenario: null,
  client: 'portal',
  action: null,
  instance: null,
  pointId: null,
  sourceResourceId: null,
  group: null,
  option: null,
  secondary: false,
  viewRegion: 'primary',
  region: null,
  subscription: null,
  subscriptionTenant: null,
  zone: null,
  vmName: null,
  vmSize: null,
  rg: null,
  rgIsNew: false,
  vnet: null,
  subnet: null,
  staging: null,
  identity: 'none',
  identityId: null,
  diskEncryptionSet: null,
  restoreAsManaged: null,
  diskAccess: null,
  diskAccessId: null,
  diskMode: 'ALR',
  diskName: null,
  confirmReplace: false,
  consequenceRead: false,
  warningsRead: false,
  acceptTerms: false,
  templateValues: null,
  templateVnet: null,
  csrState: null,
  cv: null,
};

/** A chosen group that the target subscription does not have (any more) is none; a cut list does not say that. */
function groupOf(
  { rg, rgIsNew }: DraftChoices,
  groups: readonly ResourceGroup[] | undefined,
): string | null {
  if (rgIsNew || groups === undefined || isCut(groups)) return rg;
  return groups.some(({ name }) => sameId(name, rg)) ? rg : null;
}

/** A chosen network that is not in the list (any more) is none; of an unread one nothing is known. */
function networkOf(
  id: string | null,
  networks: readonly VirtualNetwork[] | undefined,
): Choices['vnet'] {
  if (id === null) return null;
  if (networks === undefined) return {};
  const network = networks.find((one) => sameId(one.id, id));
  if (network !== undefined) return vnetChoice(network);
  return isCut(networks) ? {} : null;
}

/**
 * A network as the rules read it. Networks of today have no affinity group (those are of the classic
 * model), and one that Azure lists is there to be used.
 */
export function vnetChoice(network: VirtualNetwork): Readonly<Partial<VnetChoice>> {
  return {
    region: network.region,
    subscription: network.subscriptionId,
    active: true,
    affinityGroup: false,
  };
}

/** A replacement is confirmed by the machine's name, letter for letter. */
function isConfirmed(typed: string | null, machine: string | undefined): boolean {
  return typed !== null && typed === machine;
}

/** A chosen account that is not in the list (any more) is none; of an unread one nothing is known. */
function stagingOf(
  id: string | null,
  accounts: readonly StorageAccount[] | undefined,
): Choices['staging'] {
  if (id === null) return null;
  if (accounts === undefined) return {};
  const account = accounts.find((one) => sameId(one.id, id));
  if (account !== undefined) return stagingChoice(account);
  return isCut(accounts) ? {} : null;
}

/** A storage account as the rules read it. */
export function stagingChoice(account: StorageAccount): Readonly<Partial<StagingChoice>> {
  return {
    region: account.region,
    // Document 000 knows blob storage as one; Azure has a kind of it with block blobs alone.
    kind: account.kind === 'BlockBlobStorage' ? 'BlobStorage' : (account.kind ?? undefined),
    redundancy: account.redundancy ?? undefined,
    tier: account.tier ?? undefined,
    hasNetworkRules: account.hasNetworkRules ?? undefined,
    allowSharedKey: account.allowsSharedKey,
  };
}
