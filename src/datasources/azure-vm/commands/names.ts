import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type {
  CreateVm,
  NetworkAccess,
  ReplaceDisks,
  Restore,
  RestoreDisks,
} from '#src/api/recovery-services/restore.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import type { CommandPart } from '#src/lib/command.ts';
import { type ByKey, keysOf } from '#src/lib/data.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { vmCommands as words } from '#src/strings/vm-commands.ts';

/** A resource by the names that commands use. */
interface ResourceNames {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

/** What the commands of a restore name. */
interface PlanNames {
  readonly vault: ResourceNames;
  readonly container: string;
  readonly item: string;
  readonly point: string;
  readonly source: ResourceNames;
  readonly account: ResourceNames;
  /** The subscription that the clients look things up in: that of the restore, else the vault’s. */
  readonly target: string;
  /** Null where the command must not name one: for a replacement, and for disks that stay unmanaged. */
  readonly group: string | null;
}

/** The names in a plan. */
export function planNames(plan: VmPlan): PlanNames {
  const { restore } = plan;
  const id = restore.recoveryPointResourceId;
  const vault = { ...resourceNames(id), name: segmentOf(id, 'vaults') };
  const account = resourceNames(restore.stagingAccountId);
  const groupId = groupIdOf(plan);
  const subscription =
    groupId === null ? account.subscription : resourceNames(groupId).subscription;
  return {
    vault,
    container: segmentOf(id, 'protectionContainers'),
    item: segmentOf(id, 'protectedItems'),
    point: restore.recoveryPointId,
    source: resourceNames(restore.sourceResourceId),
    account,
    target: restore.kind === 'replaceDisks' ? vault.subscription : subscription,
    group: groupId === null ? null : nameOf(groupId),
  };
}

/** Whether the disks of a restore stay unmanaged, as blobs in the staging storage account. */
export const staysUnmanaged = ({ restore, isManaged }: VmPlan): boolean =>
  restore.kind === 'restoreDisks' &&
  restore.restoreWithManagedDisks !== true &&
  (restore.targetResourceGroupId === null || isManaged === false);

function groupIdOf(plan: VmPlan): string | null {
  const { restore } = plan;
  if (restore.kind === 'replaceDisks' || staysUnmanaged(plan)) return null;
  return restore.targetResourceGroupId;
}

/** A resource, or what is in it, by its id. */
export function resourceNames(id: string): ResourceNames {
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseResourceId(id) ?? {};
  return { subscription: subscriptionId, group: resourceGroup, name };
}

/** The name behind a type in an id, whose letter case varies. */
function segmentOf(id: string, type: string): string {
  const segments = id.split('/');
  return segments[segments.findIndex((one) => sameId(one, type)) + 1] ?? '';
}

/**
 * The options of a client for each key of a restore, in the order of the command: none where the client goes by
 * something else. A key without an entry doesn't compile.
 */
export type OptionsByKey<Keyed> = {
  readonly [Key in keyof Keyed]-?: (value: Keyed[Key], plan: VmPlan) => readonly CommandPart[];
};

/** A key that has no option. */
export const none = (): readonly CommandPart[] => [];

/** The options of a client for each kind of restore. */
export interface ClientOptions {
  readonly restoreDisks: OptionsByKey<RestoreDisks>;
  readonly createVm: OptionsByKey<CreateVm>;
  readonly replaceDisks: OptionsByKey<ReplaceDisks>;
}

/** The options of a restore in the order of its table. */
export function clientOptions(client: ClientOptions, plan: VmPlan): CommandPart[] {
  const { restore } = plan;
  switch (restore.kind) {
    case 'restoreDisks':
      return partsOf(client.restoreDisks, restore, plan);
    case 'createVm':
      return partsOf(client.createVm, restore, plan);
    case 'replaceDisks':
      return partsOf(client.replaceDisks, restore, plan);
  }
}

const partsOf = <Keyed extends object>(
  options: OptionsByKey<Keyed>,
  restore: Keyed,
  plan: VmPlan,
): CommandPart[] => keysOf(options).flatMap((key) => options[key](restore[key], plan));

/** What all kinds have of the source. */
export type SourceKeys = Omit<Restore, keyof NewDisksKeys | keyof LastKeys>;
/** What comes last. */
export type LastKeys = Pick<Restore, 'identity' | 'rehydration' | 'guardRequests'>;
/** What restored disks may be given. */
export type NewDisksKeys = Pick<
  Exclude<Restore, ReplaceDisks>,
  'networkAccess' | 'encryption' | 'zone' | 'diskEncryptionSetId' | 'restoreWithManagedDisks'
>;

/** A replacement makes nothing of them. */
export const NO_NEW_DISKS: ByKey<NewDisksKeys, typeof none> = {
  networkAccess: none,
  encryption: none,
  zone: none,
  diskEncryptionSetId: none,
  restoreWithManagedDisks: none,
};

/** What all clients call the network access of restored disks (azure-contract §5). */
const ACCESS_OPTIONS: Readonly<Record<NetworkAccess['kind'], string>> = {
  sameAsSource: 'SameAsOnSourceDisks',
  public: 'EnablePublicAccessForAllDisks',
  private: 'EnablePrivateAccessForAllDisks',
};

/** The options for what restored disks may be given, in the spelling of a client. */
export const newDisksOptions = (
  spelled: Readonly<Record<'zone' | 'diskEncryptionSetId' | 'access' | 'diskAccessId', string>>,
): OptionsByKey<Omit<NewDisksKeys, 'restoreWithManagedDisks'>> => ({
  zone: (zone) => (zone ? [[spelled.zone, zone]] : []),
  diskEncryptionSetId: (id) => (id ? [[spelled.diskEncryptionSetId, id]] : []),
  networkAccess: (access) => [
    ...(access ? [`${spelled.access} ${ACCESS_OPTIONS[access.kind]}`] : []),
    ...(access?.kind === 'private' ? [[spelled.diskAccessId, access.diskAccessId] as const] : []),
  ],
  // The clients read the restore point, and tell Azure what it reports.
  encryption: none,
});

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
    ...when(isNew && !staysUnmanaged(plan) && planNames(plan).group === null, words.groupMissing),
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
  const { target, vault } = planNames(plan);
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
  const { target, account } = planNames(plan);
  const network = restore.kind === 'createVm' ? resourceNames(restore.virtualNetworkId) : null;
  return [account, ...(network === null ? [] : [network])].every(({ subscription }) =>
    sameId(subscription, target),
  );
}

/** What a client does differently with a restore that it can start. */
export function clientNotes(plan: VmPlan, client: Client): string[] {
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
