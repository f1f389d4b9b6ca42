import { queryOptions } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { proveStreams } from '#src/api/arm/send.ts';

/**
 * Finds out before a press how its request can leave, so that the press doesn't wait for it. What is known isn't read
 * again. `host`: of another service than Azure.
 */
export const requestStreamsQuery = (host = '', pipelines: () => ArmPipelines = session) =>
  queryOptions({
    queryKey: ['request streams', host],
    queryFn: async () => {
      await proveStreams(pipelines());
      return true;
    },
  });
