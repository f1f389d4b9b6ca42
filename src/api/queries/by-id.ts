import { queryOptions } from '@tanstack/react-query';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { session } from '#src/api/arm/session.ts';

/** The query of whatever is read by one id alone; `name` begins its key. Ids ignore case, and so do keys. */
export const byId =
  <Id extends string, Answer>(
    name: string,
    read: (arm: ArmPipelines, id: Id, signal: AbortSignal) => Promise<Answer>,
  ) =>
  (id: Id) =>
    queryOptions({
      queryKey: [name, id.toLowerCase()],
      queryFn: ({ signal }) => read(session(), id, signal),
    });
