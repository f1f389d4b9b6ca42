import type { FactName } from '#src/rules/facts.ts';
import { type CommvaultReadName, READ_SOURCES } from '#src/datasources/commvault-vm/reads/reads.ts';
import {
  answered,
  elsewhere,
  type FactSource,
  reported,
  reportedByOneOf,
} from '#src/wizard/explain/fact-source.ts';
import { ofTable } from '#src/wizard/explain/of-table.ts';

/** What only the operator knows. */
type Question = 'encryptedBlobs';

type Source = FactSource<CommvaultReadName, Question>;

const id = ['azureId', 'data[].id'] as const;

/** Where the facts come from that rules about restores by Commvault read. */
const SOURCES: Readonly<Partial<Record<FactName, Source>>> = {
  'vm.exists': reportedByOneOf([id], [['machine', 'id']]),
  'vm.deployment': reportedByOneOf([id], [['hypervisors', 'Hypervisors[].HypervisorType']]),
  'vm.isManaged': reportedByOneOf(
    [['machine', 'properties.storageProfile']],
    [['backupDisks', 'disks[].type']],
  ),
  'vm.diskSizesGiB': reported(['machine', 'properties.storageProfile.dataDisks[].diskSizeGB']),
  'vm.keyVaultEncrypted': reported(['disks', 'properties.encryptionSettingsCollection.enabled']),
  'vm.encryption': reported(
    ['machine', 'properties.storageProfile'],
    ['disks', 'properties.encryption.type'],
  ),
  'vm.encryptedBlobs': answered('encryptedBlobs'),
  'vm.encryptionAtHost': reported(['machine', 'properties.securityProfile.encryptionAtHost']),
  'vm.hasUltraDisks': reported(['machine', 'properties.storageProfile']),
  'vm.zone': reported(['machine', 'zones']),
  'vm.region': reported(['machine', 'location']),
  'vm.hasNsg': reportedByOneOf(
    [['interfaces', 'properties.networkSecurityGroup.id']],
    [
      ['interfaces', 'properties.ipConfigurations[].properties.subnet.id'],
      ['subnets', 'properties.networkSecurityGroup.id'],
    ],
  ),
  'point.ageHours': reported(['points', 'jobs[].jobSummary.jobEndTime']),
  'point.streaming': reported(['group', 'snapshotManagement.enableHardwareSnapshot']),
  'vault.subscription': reported(id),
  'target.regionHasZones': reported(['regions', 'value[].availabilityZoneMappings']),
  'target.vmNames': reported(['machineNames', 'value[].name']),
  'platform.skuAvailable': reported(['sizes', 'value[].locationInfo']),
  'commvault.isRestoreEnabled': reported(['vm', 'vmDetails.activityControl[]']),
  'commvault.needsPasskey': reported(['vm', 'vmDetails.passkey.passKeyRequiredForRestore']),
  'commvault.hasOsDisk': reported(['backupDisks', 'disks[].isOSDisk']),
  // Nothing reports it: a VM that it backs up is in it.
  'commvault.hypervisorSubscription': reportedByOneOf(
    [['vm', 'vmDetails.summary.hypervisor.id'], id],
    [
      ['hypervisorVms', 'vmStatusInfoList[].pseudoClient.clientId'],
      ['hypervisorAzureIds', 'data[].id'],
    ],
  ),
  'commvault.hasCores': reported(['usages', 'value[].limit'], ['sizes', 'value[].capabilities']),
  'c.staging.region': reported(['accounts', 'value[].location']),
  'c.staging.tier': reported(['accounts', 'value[].sku.tier']),
  'c.vnet.region': reported(['networks', 'value[].location']),
  'c.vnet.subscription': reported(['networks', 'value[].id']),
};

/** What the table says of a read. */
export const readWords = ofTable(READ_SOURCES);

/** Where a fact comes from; a fact of another kind of backup is read by other rules. */
export const sourceOf = (fact: FactName): FactSource => SOURCES[fact] ?? elsewhere('job');
