import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { proveStreams } from '#src/api/arm/send.ts';

/** Finds out before Restore is pressed how its request can leave, so that the press doesn't wait for it. What is known isn't read again. */
export const requestStreamsQuery = () =>
  queryOptions({
    queryKey: ['request streams'],
    queryFn: async () => {
      await proveStreams(session());
      return true;
    },
  });
