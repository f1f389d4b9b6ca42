import type * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';

interface Page<Item> {
  readonly value?: Item[] | null | undefined;
  readonly nextLink?: string | null | undefined;
}

/** No list of ours is longer; a `nextLink` that leads round in circles ends here. */
const MOST_PAGES = 200;

/**
 * Follows a list page by page, lazily: the next page is asked for when its first item is.
 * `nextLink` is used as it came; missing, null and empty all mean the end.
 */
export async function* pages<Item>(
  arm: ArmPipelines,
  schema: z.ZodMiniType<Page<Item>>,
  url: string,
  signal?: AbortSignal,
): AsyncGenerator<Item> {
  let next: string | null | undefined = url;
  for (let count = 0; count < MOST_PAGES && next; count += 1) {
    const page: Page<Item> = await sendFor(arm, schema, { method: 'GET', url: next, signal });
    yield* page.value ?? [];
    next = page.nextLink;
  }
}

/** All items of a list. */
export async function wholeList<Item>(
  arm: ArmPipelines,
  schema: z.ZodMiniType<Page<Item>>,
  url: string,
  signal?: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of pages(arm, schema, url, signal)) items.push(item);
  return items;
}
