import { useMemo } from 'react';
import {
  type CommvaultChoices,
  commvaultPointOf,
  type FilledField,
  unfilledIn,
} from '#src/datasources/commvault-vm/fields.ts';
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
import { keysOf } from '#src/lib/data.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { useNow } from '#src/ui/hooks.ts';
import {
  nothingRead,
  type QueriesOf,
  readsOfDraft,
  type ReadTable,
  useReader,
} from '#src/wizard/read-table.ts';
import { known, type Read } from '#src/wizard/read.ts';
import { restoredName } from '#src/wizard/draft/suggested.ts';

const words = flow.suggested;

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
  const fill = filler(choices);
  const hypervisor = fill('hypervisor', source.hypervisor);
  const subscription = fill('subscription', hypervisorSubscription(reads, hypervisor));
  const isOwn = subscription !== null && sameId(subscription, source.subscription);
  return {
    ...choices,
    hypervisor,
    subscription,
    vmName:
      choices.isNameTyped === true
        ? choices.vmName
        : (choices.vmName ?? newNameFor(choices, source, reads)),
    rg: fill('rg', isOwn ? source.resourceGroup : null),
    region: fill('region', source.region),
    vmSize: fill('vmSize', source.size),
    confirmReplace: null,
  };
}

/** What a field holds: what was chosen, else what is suggested, unless that was cleared. */
function filler(choices: CommvaultChoices) {
  const cleared = new Set<string>(unfilledIn(choices));
  return (field: FilledField, suggested: string | null): string | null =>
    choices[field] ?? (cleared.has(field) ? null : suggested);
}

/** The fields of a new VM that hold a suggestion, and for both destinations the storage account. Pure. */
export function suggestedIn(
  choices: CommvaultChoices,
  shown: CommvaultChoices,
): readonly (keyof typeof WHY)[] {
  const isNew = shown.cv === 'out-of-place';
  return keysOf(WHY).filter(
    (field) => (isNew || field === 'staging') && choices[field] === null && shown[field] !== null,
  );
}

/** Why a field is filled in with what it holds. */
export const WHY = {
  hypervisor: words.source,
  subscription: words.hypervisor,
  vmName: words.name,
  rg: words.source,
  region: words.source,
  vmSize: words.source,
  subnet: words.first,
  staging: words.only,
} as const satisfies Readonly<Partial<Record<keyof CommvaultChoices, string>>>;

/** A copy beside its source needs a name of its own: it says of which day it is. */
function newNameFor(
  choices: CommvaultChoices,
  { name, isGone }: CommvaultSource,
  reads: PrefillReads,
): string | null {
  if (name === null || isGone === null) return null;
  if (isGone) return name;
  const time = commvaultPointOf(choices, reads)?.time ?? null;
  return time === null ? null : restoredName(name, time);
}

/** What follows from lists of Azure: the only account of the region, the first subnet, a zone that is there. */
function listed(choices: CommvaultChoices, reads: PrefillReads): Partial<CommvaultChoices> {
  const { region, vnet, zone } = choices;
  const fill = filler(choices);
  const accounts = (known(reads.accounts) ?? []).filter((one) => sameRegion(one.region, region));
  const only = accounts.length === 1 ? accounts[0]?.id : undefined;
  const network = known(reads.networks)?.find(({ id }) => sameId(id, vnet));
  const zones = known(reads.regions)?.find(({ name }) => sameRegion(name, region))?.zones;
  const isThere = zone === null || zone === 'none' || zones?.includes(zone) !== false;
  return {
    staging: fill('staging', only ?? null),
    subnet: fill('subnet', (network && usableSubnets(network)[0]?.name) ?? null),
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
