/** What a world has of blobs and templates beyond what restores leave. */

/** Who can read the blobs of a storage account. */
export interface BlobAccessSeed {
  /** The origin whose pages can read its blobs, or `*`; missing: none, as in every new account. */
  readonly allowsOrigin?: string;
  /** The person manages the account and has no role for what is in it. */
  readonly hidesBlobs?: true;
}

export interface StagingSeed {
  /** Blob containers beside those that restores leave; nothing is known to be in them. */
  readonly containers?: readonly { readonly id: string }[];
  /** Templates that Azure Resource Manager can read outside Azure, by their addresses. */
  readonly linkedTemplates?: Readonly<Record<string, string>>;
}
