import { isCut } from '#src/lib/list.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { VirtualNetwork } from '#src/model/placement.ts';
import type { ResourceGroup, StorageAccount } from '#src/model/target.ts';
import {
  type Choices,
  DATASOURCES_OF_RULES,
  NOT_ASKED,
  type StagingChoice,
  type VnetChoice,
} from '#src/rules/choices.ts';
import { known } from '#src/wizard/reads/read.ts';
import {
  chosenRegion,
  networkChoice,
  pointOf,
} from '#src/datasources/azure-vm/choices/target-region.ts';
import type { Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';

/** A draft's choices as the rules read them: ids become the things they stand for. */
export function ruleChoices(choices: VmChoices, reads: Reads): Choices {
  const subscription = known(reads.subscriptions)?.find(({ id }) =>
    sameId(id, choices.subscription),
  );
  return {
    ...NOT_ASKED,
    datasource: datasourceOf(choices),
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
    vnet: chosenOf(networkChoice(choices, reads), known(reads.networks), vnetChoice),
    subnet: choices.subnet,
    zone: choices.zone,
    restoreAsManaged: choices.restoreAsManaged,
    identity: choices.identity,
    identityId: choices.identityId,
    diskEncryptionSet: choices.diskEncryptionSet,
    confirmReplace: isConfirmed(choices.confirmReplace, known(reads.instance)?.friendlyName),
    staging: chosenOf(choices.staging, known(reads.accounts), stagingChoice),
    diskAccess: choices.diskAccess,
    diskAccessId: choices.diskAccessId,
    consequenceRead: choices.consequenceRead,
    warningsRead: choices.warningsRead,
  };
}

/** An instance that is chosen settles the datasource; a draft of another one is judged as what it is. */
function datasourceOf({ datasource, instance }: VmChoices): Choices['datasource'] {
  if (datasource === null) return instance === null ? null : 'azure-vm';
  return DATASOURCES_OF_RULES.find((one) => one === datasource) ?? 'azure-vm';
}

/** A chosen group that the target subscription does not have (any more) is none; a cut list does not say that. */
function groupOf(
  { rg, rgIsNew }: VmChoices,
  groups: readonly ResourceGroup[] | undefined,
): string | null {
  if (rgIsNew || groups === undefined || isCut(groups)) return rg;
  return groups.some(({ name }) => sameId(name, rg)) ? rg : null;
}

/** A chosen thing that is not in its list (any more) is none; of an unread or cut list nothing is known. */
function chosenOf<One extends { readonly id: string }, Value extends object>(
  id: string | null,
  list: readonly One[] | undefined,
  valueOf: (one: One) => Partial<Value>,
): Partial<Value> | null {
  if (id === null) return null;
  const chosen = list?.find((one) => sameId(one.id, id));
  if (chosen !== undefined) return valueOf(chosen);
  return list === undefined || isCut(list) ? {} : null;
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

/** Takes over what settling cleared or filled in; ids that only the draft holds stay. */
export function shownOf(choices: VmChoices, settled: Choices, reads: Reads): VmChoices {
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
