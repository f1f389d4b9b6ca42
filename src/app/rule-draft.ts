import { begin } from '#src/datasources/begin.ts';
import { demoLinkOf } from '#src/pages/rules/demo-links.ts';

/** Creates a draft in which a constraint of the demo can be met. Null where there is no such draft. */
export async function draftOfRule(
  id: string,
): Promise<{ readonly draftId: string; readonly step: string } | null> {
  const link = demoLinkOf(id);
  if (link === undefined) return null;
  const { draftId } = await begin(link.choices, {}, { isExample: true });
  return { draftId, step: link.step };
}
