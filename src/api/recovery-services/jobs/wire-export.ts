import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** What an export of jobs has come to (azure-contract §8); its headers are repeated in the body (S). */
export const jobsExportWire = z.looseObject({
  operation: maybe(
    z.looseObject({
      objectType: maybe(z.string()),
      blobUrl: maybe(z.string()),
      blobSasKey: maybe(z.string()),
    }),
  ),
  headers: maybe(z.record(z.string(), z.array(z.string()))),
});
