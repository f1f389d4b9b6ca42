import { useQuery } from '@tanstack/react-query';
import { otherJobsQuery, secondaryRestoresQuery } from '#src/api/queries/overview.ts';
import type { Job } from '#src/model/jobs.ts';
import { overview } from '#src/strings/overview.ts';

const words = overview.running;

/** Jobs that Azure's counts and lists leave out, as far as they were read. */
export interface JobsLeftOut {
  /** Of secondary regions; undefined: not read. */
  readonly secondary: readonly Job[] | undefined;
  /** Of services other than Azure. */
  readonly others: readonly Job[];
  readonly isReading: boolean;
  /** What wasn't read, one sentence each. */
  readonly unread: readonly string[];
}

/** The jobs of secondary regions and of services other than Azure. */
export function useJobsElsewhere(): JobsLeftOut {
  const secondary = useQuery(secondaryRestoresQuery());
  const others = useQuery(otherJobsQuery());
  const regions = secondary.data?.unread ?? [];
  const services = others.data?.unread ?? [];
  return {
    secondary: secondary.data?.jobs,
    others: others.data?.jobs ?? [],
    isReading: secondary.isPending || others.isPending,
    unread: [
      ...(secondary.data === undefined && secondary.error !== null ? [words.noneUnread] : []),
      ...(regions.length === 0 ? [] : [words.unread(regions)]),
      ...(services.length === 0 ? [] : [words.unreadServices(services)]),
    ],
  };
}
