import type { KeyVaultSeed } from '#src/mocks/world/place-seed.ts';

/** What keeps a restore from succeeding that no other read of a world tells. */

/** A quota of a subscription in a region that differs from what each has. */
export interface QuotaSeed {
  readonly subscriptionId: string;
  readonly location: string;
  /** `cores`, or the family of sizes. */
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** A key vault that is not as it should be. */
export interface LostKeyVaultSeed {
  readonly id: string;
  /** The person can't read it, or it was deleted. */
  readonly state: 'forbidden' | 'gone';
}

/** An assignment of a policy that forbids what it finds. */
export interface PolicySeed {
  readonly name: string;
  /** Id of the subscription or resource group in which it holds. */
  readonly scope: string;
  /** The type that it forbids, as `Microsoft.Network/publicIPAddresses`. */
  readonly type: string;
  /** Resources with this tag are allowed. */
  readonly unlessTag?: string;
}

/** What of this a world has. */
export interface LimitsSeed {
  /** Key vaults beside those of encryption sets and machines. */
  readonly keyVaults?: readonly KeyVaultSeed[];
  readonly quotas?: readonly QuotaSeed[];
  readonly policies?: readonly PolicySeed[];
  readonly lostKeyVaults?: readonly LostKeyVaultSeed[];
}
