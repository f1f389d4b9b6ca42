import type * as z from 'zod/mini';
import { ArmError } from '#src/api/arm/error.ts';
import { addressAt } from '#src/api/arm/hosts.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, sendFor } from '#src/api/arm/send.ts';
import { cutList, isCut } from '#src/lib/list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A page of a list as it came. */
interface Page<Item> {
  readonly value?: Item[] | null | undefined;
  readonly nextLink?: string | null | undefined;
}

/** Hardly a list of ours is longer; a `nextLink` that leads round in circles ends here, too. */
const MOST_PAGES = 200;

/** Where a list starts: its address, or the request of one that is read by a POST. */
type ListStart = string | Pick<ArmRequest, 'method' | 'url' | 'body'>;

/**
 * Follows a list page by page, lazily: requests the next page when its first item is needed. Uses
 * `nextLink` unchanged; missing, null and empty all mean the end. Returns whether the list goes on
 * after the last page that is read.
 */
export async function* itemsByPage<Item>(
  arm: ArmPipelines,
  schema: z.ZodMiniType<Page<Item>>,
  start: ListStart,
  signal?: AbortSignal,
): AsyncGenerator<Item, 'cut' | 'whole', undefined> {
  const question = typeof start === 'string' ? ({ method: 'GET', url: start } as const) : start;
  let next: string | null | undefined = question.url;
  for (let count = 0; count < MOST_PAGES && next; count += 1) {
    // No token goes to another host; what was read until here stays.
    if (count > 0 && !isOwn(arm, next)) return 'cut';
    const page: Page<Item> = await sendFor(arm, schema, { ...question, url: next, signal });
    yield* page.value ?? [];
    next = page.nextLink;
  }
  return next ? 'cut' : 'whole';
}

function isOwn({ home }: ArmPipelines, link: string): boolean {
  const address = addressAt(home.endpoint, link);
  return address !== null && home.isOurs(address);
}

/**
 * All items of a list; of one with more than 200 pages, or that goes on at another host, the first, which `isCut` then
 * says of it.
 */
export async function wholeList<Item>(
  arm: ArmPipelines,
  schema: z.ZodMiniType<Page<Item>>,
  start: ListStart,
  signal?: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  const all = itemsByPage(arm, schema, start, signal);
  for (;;) {
    const { done, value } = await all.next();
    if (done === true) return value === 'cut' ? cutList(items) : items;
    items.push(value);
  }
}

/**
 * Reads a list that is meaningless in part, such as a person's permissions.
 * @throws ArmError `unreadable` where it is cut.
 */
export async function uncut<Item>(reading: Promise<Item[]>): Promise<Item[]> {
  const list = await reading;
  if (!isCut(list)) return list;
  throw new ArmError({
    kind: 'unreadable',
    status: 200,
    message: `Azure's list is longer than the ${String(list.length)} entries that were read.`,
  });
}

/** The address of what has an id, in an api-version. */
export const byId =
  (apiVersion: string) =>
  (id: ResourceId): string =>
    `${id}?api-version=${apiVersion}`;

/** A function that reads one thing: its shape, its address, and what the product makes of it. */
export const oneReader =
  <Schema extends z.core.$ZodType, Thing, Id = ResourceId>(
    schema: Schema,
    addressOf: (id: Id) => string,
    toThing: (wire: z.output<Schema>, id: Id) => Thing,
  ) =>
  async (arm: ArmPipelines, id: Id, signal?: AbortSignal): Promise<Thing> =>
    toThing(await sendFor(arm, schema, { method: 'GET', url: addressOf(id), signal }), id);

/** The same of a whole list, whose address follows from where it is: a subscription, a group, a vault. */
export const listReader =
  <Item, Thing, Place extends string>(
    page: z.ZodMiniType<Page<Item>>,
    addressOf: (place: Place) => string,
    toThing: (wire: Item) => Thing,
  ) =>
  async (arm: ArmPipelines, place: Place, signal?: AbortSignal): Promise<Thing[]> =>
    (await wholeList(arm, page, addressOf(place), signal)).map((item) => toThing(item));
