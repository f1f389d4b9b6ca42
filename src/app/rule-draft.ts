import * as z from 'zod/mini';
import { demoLinkOf } from '#src/pages/rules/demo-links.ts';
import { draftSchema } from '#src/wizard/draft/schema.ts';
import { createDraft } from '#src/wizard/draft/store.ts';

const choices = z.partial(draftSchema.shape.choices);

/** Makes a draft in which a constraint of the demo can be met. Null where there is no such draft. */
export function draftOfRule(
  id: string,
): { readonly draftId: string; readonly step: string } | null {
  const link = demoLinkOf(id);
  if (link === undefined) return null;
  return { draftId: createDraft(choices.parse(link.choices)), step: link.step };
}
