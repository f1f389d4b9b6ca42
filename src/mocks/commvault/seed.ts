import type { MachineSeed } from '#src/mocks/world/seed.ts';

/** Where the simulated CommServe is. */
export const COMMSERVE_ORIGIN = 'https://commserve.contoso.example';

/** The path of one of its calls. */
export const apiPath = (path: string): string => `/webconsole/api${path}`;

/** What a simulated CommServe protects: plain data, beside the Azure world of the same scenario. */

/** One set of Azure credentials, hence one subscription (C). */
export interface HypervisorSeed {
  readonly id: number;
  readonly name: string;
  readonly subscriptionId: string;
  readonly instanceId: number;
}

interface AccessNodeSeed {
  readonly id: number;
  readonly name: string;
}

/** A VM group, which on the wire is a subclient. */
export interface VmGroupSeed {
  readonly id: number;
  readonly name: string;
  readonly hypervisorId: number;
  readonly planId: number;
  readonly planName: string;
  /** Its backups are snapshots; otherwise they are streamed. */
  readonly isIntelliSnap: boolean;
}

/** Facts of a VM in Commvault, beyond those of Azure. */
export interface VmFacts {
  readonly isSnap?: boolean;
  /** How many days before the world's start its backups have stopped. */
  readonly stoppedDays?: number;
  readonly hasNoBackup?: boolean;
  /** Restores of it are turned off. */
  readonly isRestoreOff?: boolean;
  readonly needsPasskey?: boolean;
  /** The OS disk is filtered from its backups. */
  readonly hasNoOsDisk?: boolean;
  /** Its last backup ended with errors. */
  readonly hasErrors?: boolean;
}

/** A VM with backups; `machine` is what they hold. */
export interface VmSeed extends VmFacts {
  /** Its place in the list. */
  readonly index: number;
  /** Azure's `vmId`, in lower case (R). */
  readonly guid: string;
  readonly name: string;
  /** Of the VM's own pseudo client. */
  readonly clientId: number;
  readonly machine: MachineSeed;
  readonly group: VmGroupSeed;
  readonly hypervisor: HypervisorSeed;
}

/** VMs, of which only those are made that are looked at. */
export interface VmList {
  readonly length: number;
  at(index: number): VmSeed | undefined;
  /** The facts of the VM at a place, without making it. */
  factsAt(index: number): VmFacts;
  /** Of a GUID in any letter case; undefined: no VM has it. */
  byGuid(guid: string): VmSeed | undefined;
}

/** All that a CommServe knows at the world's start. */
export interface CommServeSeed {
  readonly hypervisors: readonly HypervisorSeed[];
  readonly accessNodes: readonly AccessNodeSeed[];
  readonly groups: readonly VmGroupSeed[];
  readonly vms: VmList;
  /** How far apart the numbers of two nights' backup jobs are. */
  readonly jobStep: number;
}
