/** What a world says about file recovery, where nothing is verified (G), and what it starts with. */
export interface FileRecoverySeed {
  /** A second session is accepted without a renewal, and both last. */
  readonly isMountedTwice?: true;
  /** A renewal is refused as a second session is. */
  readonly isRenewalRefused?: true;
  /** Sessions that were started elsewhere before the start of the world. */
  readonly sessions?: readonly {
    readonly pointId: string;
    readonly startedSecondsBefore: number;
  }[];
}

/** What the answer lacks: all entries, a known extension, or the text that has the expiry. */
export type LackingScripts = 'scripts' | 'extension' | 'expiry';
