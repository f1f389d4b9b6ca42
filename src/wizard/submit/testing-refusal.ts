import { QueryClient } from '@tanstack/react-query';
import { pauseAfterLook } from '#src/api/arm/outcome.ts';
import { now } from '#src/lib/clock.ts';
import type { FoundJob } from '#src/model/lost-restore.ts';
import type { WayToJob } from '#src/wizard/task.ts';
import { type Attempt, type Draft, isRefusedAnswer } from '#src/wizard/draft/schema.ts';
import { adoptCertain } from '#src/wizard/submit/Candidates.tsx';
import { pressOf } from '#src/wizard/submit/follow.ts';
import { type RefusalEnd, refusalLook, storeEnd } from '#src/wizard/submit/Refusal.tsx';
import { storedDraft } from '#src/wizard/submit/testing-tab.ts';

/** A look for the jobs that may be of a press. */
type Find = (draft: Draft, attempt: Attempt) => Promise<readonly FoundJob[]>;

/** The look of a page, by its query. */
export const findBy =
  (searchFor: WayToJob['searchFor']): Find =>
  async (draft, attempt) => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const { jobs } = await client.query(searchFor(draft, attempt));
    return jobs;
  };

/**
 * Looks for the job of a refused press as its page does, until the looks are over. `pass` lets seconds go by between
 * them. @returns how they ended; null: it was not refused, or its job was found.
 */
export async function lookedAfterRefusal(
  id: string,
  find: Find,
  pass: (seconds: number) => void,
): Promise<RefusalEnd> {
  let found: Parameters<typeof refusalLook>[0]['found'];
  for (let failed = 0; ;) {
    const draft = storedDraft(id);
    const { submission: sent } = draft;
    if (sent.state !== 'lost' || !isRefusedAnswer(sent.answer)) return null;
    const isConflict = sent.answer.kind === 'conflict';
    let error: Error | null = null;
    try {
      const jobs = await find(draft, sent);
      found = { jobs, looks: (found?.looks ?? 0) + 1, latestAt: now() };
    } catch (thrown) {
      error = thrown instanceof Error ? thrown : new Error(String(thrown));
      failed += 1;
    }
    const looks = { isConflict, found, failed, error, isFetching: false };
    const { certain, end } = refusalLook({ press: pressOf(sent), ...looks });
    adoptCertain(id, certain);
    storeEnd(id, end);
    const pauseMs = pauseAfterLook(isConflict, (found?.looks ?? 0) + failed);
    if (certain !== null || end !== null || pauseMs === null) return end;
    pass(pauseMs / 1000);
  }
}
