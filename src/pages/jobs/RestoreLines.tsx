import { useQuery } from '@tanstack/react-query';
import { jobQuery } from '#src/api/queries/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { targetText } from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import { common } from '#src/strings/common.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { Name } from '#src/ui/text.tsx';
import { sentOutline } from '#src/wizard/draft/sent.ts';

interface RestoreLineProps {
  readonly id: ResourceId;
}

/** What a restore restores to; nothing until its job was read. */
export function RestoreTargetLine({ id }: RestoreLineProps) {
  const outline = useOutline(id);
  return outline && <Name isName>{toText(outline)}</Name>;
}

/** By which kind of restore. */
export function RestoreKindLine({ id }: RestoreLineProps) {
  const outline = useOutline(id);
  if (outline === undefined) return common.notRead;
  return outline.kind === null ? common.notReported : words.kinds[outline.kind];
}

const UNKNOWN: RestoreOutline = { kind: null, name: null, group: null };

/** By the job itself, which lists do not hold, or by what this browser sent; undefined: not read. */
function useOutline(id: ResourceId): RestoreOutline | undefined {
  // The list reads the jobs in view: a row takes what it has read.
  const { data } = useQuery({ ...jobQuery(id), enabled: false });
  const outline = (data && reportedOutline(data)) ?? sentOutline(id);
  return outline ?? (data && UNKNOWN);
}

function toText(outline: RestoreOutline): string {
  if (outline.kind === 'replaceDisks') return words.toSource;
  const target = targetText(outline);
  return target === null ? words.toUnknown : words.to(target);
}
