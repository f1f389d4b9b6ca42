/**
 * A job's plan: all that will happen to it, decided when it was accepted. Its state at a moment is
 * computed from this and the clock alone.
 */

export interface TaskPlan {
  readonly id: string;
  /** Simulated seconds. */
  readonly seconds: number;
  /** Bytes that this subtask moves; missing when it moves none or none are reported. */
  readonly bytes?: number;
  /** From its start on the job can't be canceled any more, although Azure still offers it. */
  readonly endsCancel?: true;
}

export interface JobErrorPlan {
  readonly code: number;
  readonly title: string;
  readonly text: string;
  readonly recommendations: readonly string[];
}

export type Ending =
  | { readonly kind: 'completed' }
  | { readonly kind: 'cancelled'; readonly afterSeconds: number }
  /**
   * Fails in the subtask with this number (from 0), at this part of it (0 to 1). `warnings`: Azure
   * reports it as completed with warnings.
   */
  | {
      readonly kind: 'failed' | 'warnings';
      readonly task: number;
      readonly part: number;
      readonly error: JobErrorPlan;
    }
  /** Stands still there: for so many simulated seconds, or for ever. */
  | {
      readonly kind: 'stalled';
      readonly task: number;
      readonly part: number;
      readonly forSeconds?: number;
    };

export interface JobPlan {
  readonly jobId: string;
  readonly vaultId: string;
  readonly itemId: string;
  readonly machineId: string;
  readonly friendlyName: string;
  readonly containerName: string;
  readonly operation: 'Restore' | 'Backup' | 'ConfigureBackup' | 'DisableBackup' | 'Undelete';
  /** Where a restore runs that is not in the vault's own region: other questions answer with it. */
  readonly secondaryRegion?: string;
  /** Of a job of a Backup vault: the disk that it makes, and of which point. */
  readonly disk?: {
    readonly targetId: string;
    readonly pointName: string;
    readonly pointTime: string;
  };
  readonly isClassic: boolean;
  /** Epoch milliseconds. */
  readonly startedAtMs: number;
  readonly activityId: string;
  readonly isUserTriggered: boolean;
  readonly isCancellable: boolean;
  readonly tasks: readonly TaskPlan[];
  readonly ending: Ending;
  readonly bag: Readonly<Record<string, string>>;
  /** Entries that a success adds to the property bag. */
  readonly bagAfterSuccess: Readonly<Record<string, string>>;
  readonly internalBag: Readonly<Record<string, string>>;
}
