import type { Job } from '#src/model/job.ts';
import type { ProtectedItem, Vault } from '#src/model/recovery-services.ts';

/** The first hits of a search, and how many there are in all. */
export interface FirstHits<Hit> {
  readonly hits: readonly Hit[];
  readonly total: number;
}

/** What tells hits of one name apart: the subscription's display name; null when not read. */
interface Placed {
  readonly subscription: string | null;
}

export interface InstanceHit extends Placed {
  readonly item: ProtectedItem;
  /** Whether the source machine was seen; null for kinds of machine that nobody looked for. */
  readonly isSourceSeen: boolean | null;
}

export interface VaultHit extends Placed {
  readonly vault: Vault;
}

export interface JobHit extends Placed {
  readonly job: Job;
}
