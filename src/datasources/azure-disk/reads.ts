import { useMemo } from 'react';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { permissionsQuery, roleAssignmentsQuery } from '#src/api/authorization.ts';
import { diskNamesQuery, foundDiskQuery, snapshotsQuery } from '#src/api/compute/disks.ts';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import { diskInstanceQuery, diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { otherRestoresQuery, runningDiskRestoresQuery } from '#src/api/queries/running-restores.ts';
import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import { resourceGroupsQuery, subscriptionsQuery } from '#src/api/resources/places.ts';
import type { Instant } from '#src/lib/time.ts';
import type { BackupVault, DiskBackupInstance } from '#src/model/backup-vaults.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import type { Disk } from '#src/model/machines.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { FactValue } from '#src/rules/facts.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { useNow } from '#src/ui/hooks.ts';
import { jobsOn } from '#src/wizard/draft/sent.ts';
import { type FactRead, ofTable } from '#src/wizard/explain/view.ts';
import {
  type AnswersOf,
  nothingRead,
  one,
  type QueriesOf,
  queryAbout,
  readsOfDraft,
  type ReadTable,
  useReader,
} from '#src/wizard/read-table.ts';
import { known, type Read } from '#src/wizard/read.ts';

/** Where the new disk goes. */
interface TargetGroup {
  readonly subscription: string | null;
  readonly rg: string | null;
}

/** The disk that is restored, and the new one. */
interface DiskTarget extends TargetGroup {
  readonly instance: string | null;
  readonly diskName: string | null;
}

/** What a restore creates; empty while that is not chosen. */
export const diskTargetOf = ({ instance, subscription, rg, diskName }: DiskTarget): TargetPart[] =>
  instance === null || rg === null || diskName === null || diskName === ''
    ? []
    : [{ kind: 'disk', name: diskName, group: rg, subscriptionId: subscription }];

const words = diskFlow.reads;

/** What a read depends on: choices, and reads further up in the table. */
interface Given {
  readonly choices: DiskTarget;
  readonly reads: {
    readonly instance: Read<DiskBackupInstance>;
    readonly vault: Read<BackupVault>;
    readonly disk: Read<Disk | null>;
  };
}

/** The target group's id; null while it is not chosen. */
export const targetGroupOf = ({ subscription, rg }: TargetGroup): ResourceId | null =>
  subscription === null || rg === null ? null : resourceGroupId(subscription, rg);

const of = queryAbout<Given>();

const chosen = ({ choices: { instance } }: Given) =>
  instance === null ? null : resourceId(instance);
const instanceOf = ({ reads }: Given) => known(reads.instance);
const diskOf = ({ reads }: Given) => known(reads.disk);
const groupOf = ({ choices }: Given) => targetGroupOf(choices);
const snapshotGroupOf = (given: Given) => instanceOf(given)?.snapshotGroupId;

/** What the vault's identity was given in a scope. */
const rolesIn = (scopeOf: (given: Given) => ResourceId | null | undefined) => (given: Given) => {
  const scope = scopeOf(given) ?? null;
  const principal = known(given.reads.vault)?.principalId ?? null;
  return scope === null || principal === null ? null : roleAssignmentsQuery(scope, principal);
};

/** The query for the restores of all but a vault, with the jobs of this browser's other drafts to the same disk. */
export function otherRestoresOf(vaultId: ResourceId, choices: DiskTarget) {
  const jobs = jobsOn(diskTargetOf(choices));
  return otherRestoresQuery({ beside: { vaultId, isSecondary: false }, jobs });
}

const hasTarget = ({ choices }: Given): boolean =>
  targetGroupOf(choices) !== null && choices.diskName !== null;

/** What the restore of a disk reads; each read stands below those that it depends on. */
export const DISK_READS = {
  instance: one({ what: words.instance, after: null }, of(chosen, diskInstanceQuery)),
  vault: one(
    { what: words.vault, after: 'instance', readAgain: 'atRestore' },
    of(instanceOf, ({ vaultId }) => backupVaultQuery(vaultId)),
  ),
  /** The disk that was backed up; null: it is gone. */
  disk: one(
    { what: words.disk, after: 'instance', readAgain: 'atRestore' },
    of(instanceOf, ({ sourceDiskId }) => foundDiskQuery(sourceDiskId)),
  ),
  /** The backup of the machine that the disk is attached to; null: no Recovery Services vault has one. */
  machineBackup: one(
    { what: words.machineBackup, after: 'disk' },
    of((given) => diskOf(given)?.machineId, protectedMachineQuery),
  ),
  points: one(
    { what: words.points, after: null, chosenIn: 'point', readAgain: 'atRestore' },
    of(chosen, diskPointsQuery),
  ),
  subscriptions: one({ what: words.subscriptions, after: null }, () => subscriptionsQuery()),
  groups: one(
    { what: words.groups, after: null, readAgain: 'atRestore' },
    of(({ choices }) => choices.subscription, resourceGroupsQuery),
  ),
  /** Names of the disks that the target group has. */
  diskNames: one(
    { what: words.diskNames, after: null, chosenIn: 'rg', readAgain: 'atRestore' },
    of(groupOf, diskNamesQuery),
  ),
  /** The snapshots in the group that the backup instance names. */
  snapshots: one(
    { what: words.snapshots, after: 'instance', readAgain: 'atRestore' },
    of(snapshotGroupOf, snapshotsQuery),
  ),
  targetRoles: one(
    { what: words.targetRoles, after: 'vault', readAgain: 'atRestore' },
    rolesIn(groupOf),
  ),
  snapshotRoles: one(
    { what: words.snapshotRoles, after: 'vault', readAgain: 'atRestore' },
    rolesIn(snapshotGroupOf),
  ),
  /** Of the set that holds the disk's key. */
  setRoles: one(
    { what: words.setRoles, after: 'disk', readAgain: 'atRestore' },
    rolesIn((given) => diskOf(given)?.encryptionSetId),
  ),
  /** The restores of the vault in progress, read once there is a target that another could have, too. */
  runningRestores: one(
    { what: words.runningRestores, after: 'instance' },
    of(instanceOf, ({ vaultId }) => runningDiskRestoresQuery(vaultId)),
    hasTarget,
  ),
  /** Those of all other vaults, and of other services. */
  otherRestores: one(
    { what: words.otherRestores, after: 'instance' },
    ({ choices, reads }: Given) => {
      const vaultId = known(reads.instance)?.vaultId;
      return vaultId === undefined ? null : otherRestoresOf(vaultId, choices);
    },
    hasTarget,
  ),
  /** What the person may do in the target group: whether a role can be granted from here. */
  permissions: one({ what: words.permissions, after: null }, of(groupOf, permissionsQuery)),
};

/** The name of a read about the restore of a disk. */
export type DiskReadName = keyof typeof DISK_READS;

/** What the wizard reads about the restore of one disk, each read with its state. */
export type DiskAnswers = AnswersOf<typeof DISK_READS>;

/** Everything that is known of the restore of one disk. */
export interface DiskReads extends DiskAnswers {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
  /** Azure's own validation as a fact for the rules. */
  readonly validation: FactValue<'disk.validation'>;
}

/** The whole table, each read with what it waits for. */
const SOURCES: Readonly<Record<DiskReadName, FactRead & { readonly after: DiskReadName | null }>> =
  DISK_READS;

/** What the table says of a read. */
export const diskReadWords = ofTable(SOURCES);

const isReadName = (read: string): read is DiskReadName => Object.hasOwn(DISK_READS, read);

/** The answer of a read, by its name. */
export const diskAnswersOf = (reads: DiskReads, name: string): readonly Read<unknown>[] =>
  isReadName(name) ? [reads[name]] : [];

/** The name of a subscription; undefined while its list is not read, or lacks it. */
export const targetSubscriptionName = (
  { subscriptions }: Pick<DiskReads, 'subscriptions'>,
  subscription: string | null,
): string | undefined => known(subscriptions)?.find(({ id }) => sameId(id, subscription))?.name;

type Queries = QueriesOf<typeof DISK_READS>;

/** A query of a read, enabled while the read is needed. */
type DiskQuery = Queries[keyof Queries][number];

const TABLE: ReadTable<
  { readonly choices: DiskTarget; readonly reads: DiskAnswers },
  DiskAnswers,
  Queries
> = DISK_READS;

export const {
  newReader: newDiskReader,
  queriesOf: diskQueriesOf,
  queriesAtRestore: diskQueriesAtRestore,
} = readsOfDraft(TABLE, nothingRead(DISK_READS));

/** Points expire and roles come of age while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

/** Asks Azure what the draft of a disk's restore needs to know, each thing once its id is known. */
export function useDiskReads(choices: DiskTarget): DiskReads {
  const at = useNow(LOOK_EVERY_MS);
  const answers = useReader<DiskTarget, DiskAnswers, DiskQuery>(newDiskReader, choices);
  return useMemo(() => ({ ...answers, at, validation: 'none' }), [answers, at]);
}
