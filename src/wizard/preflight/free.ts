import type { Preflight } from '#src/wizard/draft/preflight-reads.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { linesOf } from '#src/wizard/preflight/lines.ts';
import { isFree } from '#src/wizard/preflight/sum.ts';

/** Whether the list before a restore leaves nothing but Azure's own look: then Azure is asked by itself. */
export function waitsForAzureAlone(preflight: Preflight, view: DraftView): boolean {
  return isFree(linesOf({ ...preflight, view }));
}
