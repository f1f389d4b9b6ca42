import * as z from 'zod/mini';

/** The body of `ListServiceSas` (Storage, 2023-05-01). */
export interface ServiceSasRequestWire {
  /** As in `/blob/{account}/{container}/{blob}`. */
  readonly canonicalizedResource: string;
  readonly signedResource: 'b';
  readonly signedPermission: 'r';
  /** ISO text. */
  readonly signedExpiry: string;
}

export const serviceSasWire = z.looseObject({ serviceSasToken: z.string() });
