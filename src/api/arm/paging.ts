import type * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, sendFor } from '#src/api/arm/send.ts';

interface Page<Item> {
  readonly value?: Item[] | null | undefined;
  readonly nextLink?: string | null | undefined;
}

/** No list of ours is longer; a `nextLink` that leads round in circles ends here. */
const MOST_PAGES = 200;

/** Where a list begins: its address, or the question of one that is asked for by a POST. */
type ListStart = string | Pick<ArmRequest, 'method' | 'url' | 'body'>;

/**
 * Follows a list page by page, lazily: the next page is asked for when its first item is.
 * `nextLink` is used as it came; missing, null and empty all mean the end.
 */
export async function* pages<Item>(
  arm: ArmPipelines,
  schema: z.ZodMiniType<Page<Item>>,
  start: ListStart,
  signal?: AbortSignal,
): AsyncGenerator<Item> {
  const question = typeof start === 'string' ? ({ method: 'GET', url: start } as const) : start;
  let next: string | null | undefined = question.url;
  for (let count = 0; count < MOST_PAGES && next; count += 1) {
    const page: Page<Item> = await sendFor(arm, schema, { ...question, url: next, signal });
    yield* page.value ?? [];
    next = page.nextLink;
  }
}

/** All items of a list. */
export async function wholeList<Item>(
  arm: ArmPipelines,
  schema: z.ZodMiniType<Page<Item>>,
  start: ListStart,
  signal?: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of pages(arm, schema, start, signal)) items.push(item);
  return items;
}
