import type * as z from 'zod/mini';
import { type Page, wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The address of what has an id, in an api-version. */
export const byId =
  (apiVersion: string) =>
  (id: ResourceId): string =>
    `${id}?api-version=${apiVersion}`;

/** A function that reads one thing: its shape, its address, and what the product makes of it. */
export const oneReader =
  <Schema extends z.core.$ZodType, Thing>(
    schema: Schema,
    addressOf: (id: ResourceId) => string,
    toThing: (wire: z.output<Schema>) => Thing,
  ) =>
  async (arm: ArmPipelines, id: ResourceId, signal?: AbortSignal): Promise<Thing> =>
    toThing(await sendFor(arm, schema, { method: 'GET', url: addressOf(id), signal }));

/** The same of a whole list, whose address follows from where it is: a subscription, a group, a vault. */
export const listReader =
  <Item, Thing, Place extends string>(
    page: z.ZodMiniType<Page<Item>>,
    addressOf: (place: Place) => string,
    toThing: (wire: Item) => Thing,
  ) =>
  async (arm: ArmPipelines, place: Place, signal?: AbortSignal): Promise<Thing[]> =>
    (await wholeList(arm, page, addressOf(place), signal)).map((item) => toThing(item));
