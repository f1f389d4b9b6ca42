import type { State } from '#src/mocks/world/fold.ts';
import type {
  AccountSeed,
  DiskInstanceSeed,
  InstanceSeed,
  MachineSeed,
  PointSeed,
  VaultSeed,
} from '#src/mocks/world/seed.ts';

/** A world in which a sample's request makes sense, and what in it the sample is about. */
export interface Estate {
  readonly state: State;
  /** When the request is sent, simulated epoch milliseconds. */
  readonly nowMs: number;
  readonly vault: VaultSeed;
  readonly instance: InstanceSeed;
  readonly machine: MachineSeed;
  readonly point: PointSeed;
  /** Where a restore of our own is staged. */
  readonly account: AccountSeed;
  readonly jobId: string;
  /** The backup instance of a Backup vault. */
  readonly diskInstance: DiskInstanceSeed;
}
