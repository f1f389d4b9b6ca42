import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** The body of `POST /providers/Microsoft.ResourceGraph/resources` (azure-contract §1). */
export const graphQueryWire = z.looseObject({
  subscriptions: maybe(z.array(z.string())),
  query: z.string(),
  options: maybe(
    z.looseObject({
      $top: maybe(z.number()),
      $skip: maybe(z.number()),
      $skipToken: maybe(z.string()),
      resultFormat: maybe(z.string()),
    }),
  ),
});

/** A page of rows; `resultTruncated` really is the text "true" or "false". */
export const graphPageWire = z.looseObject({
  totalRecords: z.number(),
  count: z.number(),
  resultTruncated: z.string(),
  $skipToken: maybe(z.string()),
  data: z.array(z.record(z.string(), z.unknown())),
});

export type GraphPageWire = z.infer<typeof graphPageWire>;
