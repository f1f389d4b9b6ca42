import { useQuery } from '@tanstack/react-query';
import { jobQuery } from '#src/api/queries/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { targetText } from '#src/progress/live/outline-text.ts';
import { reportedOutline } from '#src/progress/outline.ts';
import { common } from '#src/strings/common.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { TwoLines } from '#src/ui/TwoLines.tsx';
import { sentOutline } from '#src/wizard/draft/sent-outline.ts';

/** What a restore restores to, and by which kind of restore: lists do not hold it. */
export function RestoredTo({ id }: { readonly id: ResourceId }) {
  // The row takes what the list reads of its job.
  const { data } = useQuery({ ...jobQuery(id), enabled: false });
  const outline = (data && reportedOutline(data)) ?? sentOutline(id);
  if (outline === null) return data === undefined ? common.notRead : common.notReported;
  const { kind } = outline;
  const target = kind === 'replaceDisks' ? words.sourceVm : targetText(outline);
  return (
    <TwoLines
      first={target ?? common.notReported}
      second={kind === null ? common.notReported : words.kinds[kind]}
    />
  );
}
