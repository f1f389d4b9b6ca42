import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { CommvaultHypervisor } from '#src/api/commvault/places.ts';
import type { CommvaultDisk, CommvaultVm, CommvaultVmDetails } from '#src/api/commvault/vms.ts';
import type { Machine } from '#src/model/machines.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type { Region, StorageAccount, VirtualNetwork } from '#src/model/places.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

/** The reads that tell what the source is: choices are prefilled from them. */
export interface SourceReads {
  readonly vm: Read<CommvaultVmDetails>;
  /** The VM of the same `vmId` in Azure; null: none that the person may read. */
  readonly azureId: Read<ResourceId | null>;
  readonly machine: Read<Machine | null>;
  readonly hypervisors: Read<readonly CommvaultHypervisor[]>;
  /** VMs of the CommServe, the first page; asked where they can tell the subscription of a hypervisor. */
  readonly hypervisorVms: Read<readonly CommvaultVm[]>;
  /** Some of those of the chosen hypervisor in Azure, as `azureId`. */
  readonly hypervisorAzureIds: readonly Read<ResourceId | null>[];
  readonly backupDisks: Read<readonly CommvaultDisk[]>;
  readonly interfaces: readonly Read<NetworkInterface>[];
}

/** The reads that choices are prefilled from. */
export interface PrefillReads extends Pick<
  SourceReads,
  'vm' | 'azureId' | 'machine' | 'hypervisorAzureIds'
> {
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

/**
 * The subscription of a hypervisor: it is one set of credentials of Azure, and no answer has which (C), but VMs that
 * it backs up are there. Null: none tells, or they disagree.
 */
export function hypervisorSubscription(
  reads: Pick<SourceReads, 'vm' | 'azureId' | 'machine' | 'hypervisorAzureIds'>,
  hypervisor: string | null,
): string | null {
  const source = sourceOf(reads);
  if (hypervisor === null) return null;
  if (hypervisor === source.hypervisor && source.subscription !== null) return source.subscription;
  const found = reads.hypervisorAzureIds.flatMap(
    (read) => parseResourceId(known(read) ?? '')?.subscriptionId.toLowerCase() ?? [],
  );
  const [first = null, ...others] = new Set(found);
  return others.length === 0 ? first : null;
}
