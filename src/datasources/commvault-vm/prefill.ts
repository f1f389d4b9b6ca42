import { useMemo } from 'react';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/fields.ts';
import {
  COMMVAULT_READS,
  type CommvaultAnswers,
  type CommvaultReads,
  type CommvaultSource,
  commvaultSourceOf,
  hypervisorSubscription,
  type PrefillReads,
  type Regional,
} from '#src/datasources/commvault-vm/reads.ts';
import { sameRegion, usableSubnets } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { useNow } from '#src/ui/hooks.ts';
import {
  nothingRead,
  type QueriesOf,
  readsOfDraft,
  type ReadTable,
  useReader,
} from '#src/wizard/reads/read-table.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

/**
 * The choices with what the source says where nothing was chosen; in place all is the source's, but for the
 * storage account. Pure, and what is filled in stays when it is filled in again.
 */
export function prefilled(choices: CommvaultChoices, reads: PrefillReads): CommvaultChoices {
  const source = commvaultSourceOf(reads);
  const placed =
    choices.cv === 'in-place' ? inPlace(choices, source) : outOfPlace(choices, source, reads);
  return { ...placed, ...listed(placed, reads) };
}

function inPlace(choices: CommvaultChoices, source: CommvaultSource): CommvaultChoices {
  return {
    ...choices,
    hypervisor: source.hypervisor,
    vmName: source.name,
    // Nothing reports the subscription of a source that is gone from Azure.
    subscription: source.subscription ?? choices.subscription,
    rg: source.resourceGroup,
    region: source.region,
    vmSize: source.size,
    vnet: null,
    subnet: null,
    zone: null,
    securityGroup: null,
    keyVault: null,
    diskEncryptionSet: null,
    publicIp: false,
    overwrite: false,
  };
}

function outOfPlace(
  choices: CommvaultChoices,
  source: CommvaultSource,
  reads: PrefillReads,
): CommvaultChoices {
  const hypervisor = choices.hypervisor ?? source.hypervisor;
  const subscription = choices.subscription ?? hypervisorSubscription(reads, hypervisor);
  const isOwn = subscription !== null && sameId(subscription, source.subscription);
  return {
    ...choices,
    hypervisor,
    subscription,
    vmName: choices.isNameTyped === true ? choices.vmName : (choices.vmName ?? newNameFor(source)),
    rg: choices.rg ?? (isOwn ? source.resourceGroup : null),
    region: choices.region ?? source.region,
    vmSize: choices.vmSize ?? source.size,
    confirmReplace: null,
  };
}

/** A copy beside its source needs a name of its own. */
const newNameFor = ({ name, isGone }: CommvaultSource): string | null =>
  name === null || isGone === null ? null : isGone ? name : flow.suggestedName(name);

/** What follows from lists of Azure: the only account of the region, the first subnet, a zone that is there. */
function listed(choices: CommvaultChoices, reads: PrefillReads): Partial<CommvaultChoices> {
  const { region, staging, vnet, subnet, zone } = choices;
  const accounts = (known(reads.accounts) ?? []).filter((one) => sameRegion(one.region, region));
  const only = accounts.length === 1 ? accounts[0]?.id : undefined;
  const network = known(reads.networks)?.find(({ id }) => sameId(id, vnet));
  const zones = known(reads.regions)?.find(({ name }) => sameRegion(name, region))?.zones;
  const isThere = zone === null || zone === 'none' || zones?.includes(zone) !== false;
  return {
    staging: staging ?? only ?? null,
    subnet: subnet ?? (network && usableSubnets(network)[0]?.name) ?? null,
    zone: isThere ? zone : null,
    securityGroup: inRegion(choices.securityGroup, reads.securityGroups, region),
    keyVault: inRegion(choices.keyVault, reads.keyVaults, region),
    diskEncryptionSet: inRegion(choices.diskEncryptionSet, reads.encryptionSets, region),
  };
}

/** A choice unless its list has it in another region: there the form doesn't offer it any more. */
function inRegion(
  id: string | null,
  list: Read<readonly Regional[]>,
  region: string | null,
): string | null {
  const found = known(list)?.find((one) => sameId(one.id, id));
  return found === undefined || sameRegion(found.region, region) ? id : null;
}

type Queries = QueriesOf<typeof COMMVAULT_READS>;

/** A query of a read, enabled while the read is needed. */
type CommvaultQuery = Queries[keyof Queries][number];

const TABLE: ReadTable<
  { readonly choices: CommvaultChoices; readonly reads: CommvaultAnswers },
  CommvaultAnswers,
  Queries
> = COMMVAULT_READS;

/** What is filled in follows from the reads above, so each read is given the choices as they are by then. */
export const {
  newReader: newCommvaultReader,
  queriesOf: commvaultQueriesOf,
  queriesAtRestore: commvaultQueriesAtRestore,
} = readsOfDraft(TABLE, nothingRead(COMMVAULT_READS), prefilled);

/** Restore points get older while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

/** Asks Commvault and Azure what a draft needs to know, each thing once its ID is known. */
export function useCommvaultReads(choices: CommvaultChoices): CommvaultReads {
  const at = useNow(LOOK_EVERY_MS);
  const answers = useReader<CommvaultChoices, CommvaultAnswers, CommvaultQuery>(
    newCommvaultReader,
    choices,
  );
  return useMemo(() => ({ ...answers, at }), [answers, at]);
}
