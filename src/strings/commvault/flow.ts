import { commvaultLabels } from '#src/strings/commvault/fields.ts';
import { notKnown } from '#src/strings/not-known.ts';
import { sentences } from '#src/strings/sentences.ts';
import { wizard } from '#src/strings/wizard.ts';

const { instance, 'restore-point': point } = wizard.step;

/** Texts for the wizard that restores a VM by Commvault. Steps and labels are those of Command Center. */
export const flow = sentences({
  title: 'Restore Virtual Machine with Commvault',
  step: {
    datasource: wizard.step.datasource,
    instance,
    'restore-point': point,
    destination: 'Destination',
    vm: 'Virtual machines',
    options: 'Restore options',
    review: 'Summary',
  },
  /** What is read, in sentences. */
  reads: {
    ...notKnown.reads,
    vm: 'the VM in Commvault',
    backupDisks: 'the disks in the backup',
    group: 'the VM group',
    hypervisors: 'the hypervisors',
    accessNodes: 'the access nodes',
    azureId: 'the VM in Azure',
    machine: 'the source VM',
    disks: 'the disks of the source VM',
    interfaces: 'the NICs of the source VM',
    subnets: 'the subnets of the source VM',
    sizes: 'the VM sizes of the region',
    usages: 'the vCPU quotas',
    machineNames: 'the names of the VMs in the resource group',
    securityGroups: 'the network security groups',
    keyVaults: 'the key vaults',
  },
  field: {
    ...commvaultLabels,
    accessNode: 'Access node',
    vmName: 'Display name',
    subscription: 'Subscription',
    rg: 'Resource group',
    region: 'Region',
    staging: 'Storage account',
    zone: 'Availability zone',
    vnet: 'Virtual network',
    subnet: 'Subnet',
    publicIp: 'Create public IP',
    diskTypes: 'Storage types of the disks',
    restoreAsManaged: 'Restore as a managed VM',
    keyVault: 'Key vault',
    diskEncryptionSet: 'Disk encryption set',
    tags: 'Restore VM tags',
    encryptedBlobs: 'Are its blobs encrypted?',
    powerOn: 'Power on VM after restore',
    notify: 'Notify user on job completion',
    confirm: 'Confirm the deletion',
  },
  cv: { 'in-place': 'In place', 'out-of-place': 'Out of place' },
  automatic: 'Automatic',
  asSource: 'Same as the source',
  noZone: 'None',
  yes: 'Yes',
  no: 'No',
  suggestedName: (name: string) => `${name}-restored`,
} as const);
