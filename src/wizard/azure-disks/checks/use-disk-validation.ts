import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { validatedDisk } from '#src/api/queries/disk-restores.ts';
import { now } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

export interface DiskValidation {
  readonly state: 'none' | 'running' | 'succeeded' | 'failed' | 'stale' | 'lost';
  readonly since: Instant | null;
  readonly problems: readonly ValidationProblem[];
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Stands in for the validation of a restore. */
export function useDiskValidation(restore: DiskRestore | null): DiskValidation {
  const [asked, setAsked] = useState<{ restore: DiskRestore; since: Instant } | null>(null);
  const { data, isError } = useQuery({
    queryKey: ['disk validation placeholder', asked],
    queryFn: async ({ signal }) =>
      asked === null ? null : { problems: await validatedDisk(asked.restore, signal) },
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isSame = JSON.stringify(asked?.restore) === JSON.stringify(restore);
  const problems = data?.problems ?? [];
  const ended = problems.length > 0 ? 'failed' : 'succeeded';
  const known = data === undefined ? (isError ? 'lost' : 'running') : ended;
  return {
    state: asked === null ? 'none' : isSame ? known : 'stale',
    since: asked?.since ?? null,
    problems,
    start: () => {
      if (restore !== null) setAsked({ restore, since: now() });
    },
    cancel: () => setAsked(null),
  };
}
