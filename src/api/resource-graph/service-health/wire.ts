import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A field that is nothing where Azure sends another kind of value: an event must not cost the others. */
const lenient = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(maybe(schema), null);
const text = lenient(z.string());

/**
 * An event of Azure Service Health, type `microsoft.resourcehealth/events`, once for each subscription. The table, the
 * type, and `EventType`, `Status`, `Title`, `TrackingId` and `ImpactStartTime` are Azure's documentation (Azure Resource Graph
 * sample queries for Azure Service Health). The shape of `Impact`, and whether a time is text or a number, are guesses (G)
 * by the REST API of the same events (Resource Health, Events, 2024-02-01).
 */
export const serviceEventWire = z.looseObject({
  name: z.string(),
  properties: z.looseObject({
    TrackingId: text,
    Title: text,
    ImpactStartTime: lenient(z.union([z.string(), z.number()])),
    Impact: lenient(
      z.array(
        z.looseObject({
          ImpactedService: text,
          ImpactedRegions: lenient(z.array(z.looseObject({ ImpactedRegion: text }))),
        }),
      ),
    ),
  }),
});
export type ServiceEventWire = z.infer<typeof serviceEventWire>;
