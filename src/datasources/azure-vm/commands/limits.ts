import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import { vmCommands as words } from '#src/strings/vm-commands.ts';
import { namesOf, named, staysUnmanaged } from '#src/datasources/azure-vm/commands/names.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';

/**
 * What the clients of Microsoft can’t express of a restore, and what they do differently: by the source of
 * the Azure CLI (`backup/custom.py`, `_validators.py`, 2026) and the help and source of
 * `Restore-AzRecoveryServicesBackupItem`.
 */

type Client = 'cli' | 'powerShell';

const when = (applies: boolean, sentence: string): string[] => (applies ? [sentence] : []);

/** Why a client can’t start a restore; empty: it can. */
export function obstaclesOf(plan: VmPlan, client: Client): string[] {
  const { restore, isSecondary, isManaged, vaultRegion } = plan;
  const isElsewhere = !isSecondary && !sameRegion(restore.region, vaultRegion);
  const both = [
    ...when(isElsewhere, words.otherRegion),
    ...when(restore.kind === 'createVm' && isManaged === false, words.unmanagedVm[client]),
    ...when(!isOfTarget(plan), words.otherSubscription),
  ];
  return client === 'cli' ? [...both, ...cliObstacles(plan)] : [...both, ...shellObstacles(plan)];
}

function cliObstacles({ restore, isSecondary, isManaged }: VmPlan): string[] {
  const isNew = restore.kind !== 'replaceDisks';
  return [
    ...when(isNew && restore.restoreWithManagedDisks === true, words.asManaged),
    ...when(Boolean(restore.identity) && isManaged === false, words.identityUnmanaged),
    ...when(isSecondary && Boolean(restore.rehydration), words.archiveSecondary),
    ...when(
      isSecondary && isNew && restore.networkAccess?.kind === 'sameAsSource',
      words.sameAccessSecondary,
    ),
  ];
}

function shellObstacles(plan: VmPlan): string[] {
  const { restore, isManaged } = plan;
  const isNew = restore.kind !== 'replaceDisks';
  const zone = isNew ? (restore.zone ?? null) : null;
  return [
    ...when(isNew && !staysUnmanaged(plan) && namesOf(plan).group === null, words.groupMissing),
    ...when(
      isNew && restore.restoreWithManagedDisks === true && hasMore(plan),
      words.asManagedOnly,
    ),
    ...when(staysUnmanaged(plan) && isManaged === false, words.unmanagedDisks),
    ...when(zone !== null && !/^\d+$/.test(zone), words.noZone),
  ];
}

/** What the parameter set `AzureVMRestoreUnmanagedAsManaged` leaves out. */
function hasMore(plan: VmPlan): boolean {
  const { restore } = plan;
  const { target, vault } = namesOf(plan);
  if (restore.kind === 'replaceDisks') return false;
  const { zone, diskEncryptionSetId, identity, networkAccess } = restore;
  return (
    [zone, diskEncryptionSetId, identity, networkAccess].some(Boolean) ||
    !sameId(target, vault.subscription)
  );
}

/** Whether account and network are where the clients look for them: both take names, not ids. */
function isOfTarget(plan: VmPlan): boolean {
  const { restore } = plan;
  const { target, account } = namesOf(plan);
  const network = restore.kind === 'createVm' ? named(restore.virtualNetworkId) : null;
  return [account, ...(network === null ? [] : [network])].every(({ subscription }) =>
    sameId(subscription, target),
  );
}

/** What a client does differently with a restore that it can start. */
export function notesOf(plan: VmPlan, client: Client): string[] {
  const { restore, isSecondary } = plan;
  const isNew = restore.kind !== 'replaceDisks';
  const access = isNew ? (restore.networkAccess?.kind ?? null) : null;
  return [
    words.noValidation[client],
    ...when(!isNew, words.replaces[client]),
    ...when(staysUnmanaged(plan), words.withoutGroup),
    ...when(isNew && Boolean(restore.zone), words.zone[client]),
    ...when(isNew && Boolean(restore.diskEncryptionSetId), words.encryptionSet[client]),
    ...when(access === 'sameAsSource' || access === 'private', words.documentedAccess),
    ...when(access !== null, words.access[client]),
    ...when(isSecondary, words.secondary[client]),
    ...when((restore.guardRequests ?? []).length > 0, words.guard[client]),
  ];
}
