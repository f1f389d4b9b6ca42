/** Where VMs are restored to: one entry for each set of credentials of Azure. */
export interface CommvaultHypervisor {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  /** Its instance, which a restore names too; null: not reported. */
  readonly instanceId: string | null;
  readonly deployment: 'arm' | 'classic';
}

/** What moves the data of a restore. */
export interface CommvaultAccessNode {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}
