import type { CommvaultHypervisor } from '#src/api/commvault/hypervisors/hypervisor.ts';
import type { CommvaultDisk, CommvaultVmDetails } from '#src/api/commvault/vms/vm.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type { Region, VirtualNetwork } from '#src/model/placement.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Machine, StorageAccount } from '#src/model/target.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

/** The reads that tell what the source is: choices are prefilled from them. */
export interface SourceReads {
  readonly vm: Read<CommvaultVmDetails>;
  /** The VM of the same `vmId` in Azure; null: none that the person may read. */
  readonly azureId: Read<ResourceId | null>;
  readonly machine: Read<Machine | null>;
  readonly hypervisors: Read<readonly CommvaultHypervisor[]>;
  readonly backupDisks: Read<readonly CommvaultDisk[]>;
  readonly interfaces: readonly Read<NetworkInterface>[];
}

/** The reads that choices are prefilled from. */
export interface PrefillReads extends Pick<SourceReads, 'vm' | 'azureId' | 'machine'> {
  readonly regions: Read<readonly Region[]>;
  readonly accounts: Read<readonly StorageAccount[]>;
  readonly networks: Read<readonly VirtualNetwork[]>;
  readonly securityGroups: Read<readonly Regional[]>;
  readonly keyVaults: Read<readonly Regional[]>;
  readonly encryptionSets: Read<readonly Regional[]>;
}

/** A resource that only VMs of its region can use. */
export interface Regional {
  readonly id: string;
  readonly region: string;
}

/** What is known of the source; null: not known, or not there any more. */
export interface Source {
  readonly name: string | null;
  readonly hypervisor: string | null;
  readonly subscription: string | null;
  readonly resourceGroup: string | null;
  readonly region: string | null;
  readonly size: string | null;
  /** Azure has it no more, or doesn't let the person read it; null: that isn't known. */
  readonly isGone: boolean | null;
}

/** The source as Azure reports it, and where it is gone from there as Commvault does. Pure. */
export function sourceOf(reads: Pick<SourceReads, 'vm' | 'azureId' | 'machine'>): Source {
  const vm = known(reads.vm);
  const azureId = known(reads.azureId);
  const machine = azureId === null ? null : known(reads.machine);
  const place = parseResourceId(azureId ?? '');
  return {
    name: vm?.name ?? null,
    hypervisor: vm?.hypervisor?.id ?? null,
    subscription: place?.subscriptionId ?? null,
    resourceGroup: place?.resourceGroup ?? vm?.resourceGroup ?? null,
    region: machine?.region ?? null,
    size: machine?.size ?? null,
    isGone: machine === undefined ? null : machine === null,
  };
}
