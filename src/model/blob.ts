import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Blobs in storage accounts. */

/** Templates are a few kilobytes; Azure Resource Manager takes at most 4 MB (limits of templates). */
export const MOST_TEMPLATE_BYTES = 4 * 1024 * 1024;

export interface BlobPlace {
  readonly account: string;
  readonly container: string;
  readonly blob: string;
}

export interface BlobContainer {
  readonly id: ResourceId;
  readonly name: string;
  readonly changedAt: Instant | null;
}

/**
 * Why a blob cannot be read. `network`: no answer came, which is how a page meets an account whose CORS
 * rules do not name it; `token`: no token for Storage could be had; `foreign`: this page doesn't send a token to its
 * address; `policy`: the browser held the request back, by the policy of this site.
 */
export type BlobTrouble =
  | 'keyAccess'
  | 'firewall'
  | 'permission'
  | 'gone'
  | 'network'
  | 'token'
  | 'foreign'
  | 'policy'
  | 'other';

/** A blob as it was read, or why it was not. */
export type BlobRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'tooLarge'; readonly sizeBytes: number }
  | {
      readonly kind: 'unreadable';
      readonly trouble: BlobTrouble;
      /** Azure's own code and words, where it gave any. */
      readonly code: string | null;
      readonly message: string;
    };
