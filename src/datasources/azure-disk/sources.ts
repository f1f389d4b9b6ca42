import { ofTable } from '#src/wizard/explain/of-table.ts';
import type { FactName } from '#src/rules/facts.ts';
import { type DiskReadName, READ_SOURCES } from '#src/datasources/azure-disk/reads/reads.ts';
import {
  elsewhere,
  type FactSource,
  product,
  reported,
  reportedByOneOf,
} from '#src/wizard/explain/fact-source.ts';

type Source = FactSource<DiskReadName, never>;

const identity = ['vault', 'identity.principalId'] as const;
const roles = 'value[].properties.roleDefinitionId';

/** Where the facts come from that rules about disks read. */
const SOURCES: Readonly<Partial<Record<FactName, Source>>> = {
  'vault.type': reported(['vault', 'id']),
  'vault.region': reported(['vault', 'location']),
  'vault.subscription': reported(['vault', 'id']),
  'item.isSoftDeleted': reported(['instance', 'properties.deletionInfo']),
  'point.hoursToExpiry': reported([
    'points',
    'value[].properties.recoveryPointDataStoresDetails[].expiryTime',
  ]),
  'target.diskNames': reported(['diskNames', 'value[].name']),
  'disk.encryption': reported(['disk', 'properties.encryption.type']),
  'disk.role': reported(['disk', 'properties.osType']),
  'disk.attachedVmProtected': reportedByOneOf(
    [
      ['disk', 'managedBy'],
      ['machineBackup', 'protectionStatus'],
    ],
    [['disk', 'managedBy']],
  ),
  'disk.validation': product,
  'bv.restoreOperatorOnTarget': reported(identity, ['targetRoles', roles]),
  'bv.rolesOnSnapshotRg': reported(identity, ['snapshotRoles', roles]),
  'bv.readerOnDes': reported(identity, ['setRoles', roles]),
  'bv.roleAgeMinutes': reported(['targetRoles', 'value[].properties.createdOn']),
  'bv.snapshotsInPlace': reported([
    'snapshots',
    'value[].properties.creationData.sourceResourceId',
  ]),
};

/** What the table says of a read. */
export const readWords = ofTable(READ_SOURCES);

/** Where a fact comes from; a fact of another kind of backup is read by other rules. */
export const sourceOf = (fact: FactName): FactSource => SOURCES[fact] ?? elsewhere('job');
