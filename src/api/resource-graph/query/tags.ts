import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { tagsWire } from '#src/api/arm/wire.ts';
import { graphPage, MOST_ROWS_A_PAGE } from '#src/api/resource-graph/query/ops.ts';
import { isOneOf, literal, question } from '#src/api/resource-graph/query/text.ts';
import { type SourceTag, tagsIn, tagValue } from '#src/model/machines.ts';

/** A condition that a resource has one of some tags. Azure distinguishes values by letter case. */
export const hasTag = (tags: readonly SourceTag[]): string =>
  tags
    .map(({ name, value }) => `tostring(tags[${literal(name)}]) == ${literal(value)}`)
    .join(' or ');

const rowWire = z.object({ tagText: z.string() });

/**
 * The tags that resources of some types have, each once and by their names, from Resource Graph (table
 * `resources`): of the thousand most frequent sets of tags.
 */
export async function listTags(
  arm: ArmPipelines,
  types: readonly string[],
  signal?: AbortSignal,
): Promise<readonly SourceTag[]> {
  const query = question('resources', [
    `where ${isOneOf('type', types) ?? 'false'}`,
    'extend tagText = tostring(tags)',
    'summarize resources = count() by tagText',
    'order by resources desc, tagText asc',
  ]);
  const page = { row: rowWire, query, start: { skip: 0 }, top: MOST_ROWS_A_PAGE };
  const { rows } = await graphPage(arm, page, signal);
  const all = rows.flatMap(({ tagText }) =>
    tagsIn(tagsWire.parse(JSON.parse(tagText || '{}')) ?? {}),
  );
  const byValue = new Map(all.map((tag) => [tagValue(tag), tag]));
  return [...byValue.values()].toSorted((a, b) => tagValue(a).localeCompare(tagValue(b)));
}
