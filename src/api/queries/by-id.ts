import { queryOptions } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';

/** Query for a thing read by one id alone; `name` starts its key. Ids and keys ignore case. */
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
