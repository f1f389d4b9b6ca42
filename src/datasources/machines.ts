import type { QueryClient } from '@tanstack/react-query';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Which machines the backups of a datasource are of. Two datasources that give the same key protect the
 * same VM. Each member answers from what its queries know, and else reads it. @throws as every read.
 */
export interface Machines {
  /** The key of the VM that a backup is of: its resource ID in lower case; null: it is not of a VM. */
  readonly machineKey: (queries: QueryClient, instance: ResourceId) => Promise<string | null>;
  /** The backups of the VM with a key. */
  readonly backupsOf: (queries: QueryClient, key: string) => Promise<readonly MachineBackup[]>;
}

/** A backup of a machine, for a note that leads to it. */
export interface MachineBackup {
  /** Id of the backup instance. */
  readonly instance: ResourceId;
  readonly name: string;
}
