/** What a request wrote of a resource, in plain data: seeds of things that were written have these. */

/** The body of a resource as it was written, without what Azure adds when it is read. */
export type Model = Readonly<Record<string, unknown>>;

/** Whether a write is under way, or ended badly; missing: the resource is as it was written. */
export type WriteState = 'Creating' | 'Updating' | 'Failed';

/** What a disk keeps from the machine that it was cut from, wherever it is attached later. */
export interface DiskHome {
  /** Id of that machine: key set and disk access are named after it unless others are given. */
  readonly id: string;
  readonly location: string;
  readonly osType: 'Windows' | 'Linux';
  readonly zone?: '1' | '2' | '3';
  readonly encryption: 'none' | 'ADE' | 'CMK';
  readonly encryptionSetId?: string;
  readonly hasPrivateDisks?: boolean;
  readonly diskAccessId?: string;
  readonly hasPlan?: true;
}

/** What a disk has that a request attached. */
export interface WrittenDisk {
  /** Missing: it lies beside its machine. */
  readonly id?: string;
  /** Missing: all is as its machine says. */
  readonly home?: DiskHome;
  /** It was cut from an OS disk, also where it is attached as a data disk. */
  readonly isBootable?: boolean;
  /** How it is attached: caching, create and delete option, and what else the request said. */
  readonly attachment?: Model;
}

/** What a machine has that a request wrote. */
export interface WrittenMachine {
  /** Its NICs; missing: those that are named after it. */
  readonly cardIds?: readonly string[];
  /** When it was created, in epoch milliseconds; missing: long ago, and Azure doesn't return it (G). */
  readonly createdAtMs?: number;
  readonly model?: Model;
  readonly writeState?: WriteState;
  /** While it is stopped or started. */
  readonly powerChange?: 'deallocating' | 'starting';
  /** Made from an image of the marketplace that has a plan, which a machine of its disks must name. */
  readonly hasPlan?: true;
}

/** A NIC, a public address, an extension or an availability set that was written. */
export interface PartSeed {
  readonly id: string;
  readonly model: Model;
  readonly writeState?: WriteState;
}

/** What was written, or removed again, by now. */
export interface WrittenSeed {
  /** Ids, in lower case, of machines that were written. */
  readonly machineIds: readonly string[];
  readonly parts: readonly PartSeed[];
  /** Ids, in lower case, of NICs and addresses that were removed. */
  readonly removedIds: readonly string[];
}
