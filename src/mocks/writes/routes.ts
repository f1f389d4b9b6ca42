import type { Route } from '#src/mocks/service.ts';
import { computeOperationRoutes } from '#src/mocks/writes/compute-operations.ts';
import { machineWriteRoutes } from '#src/mocks/writes/machine-routes.ts';
import { partWriteRoutes } from '#src/mocks/writes/part-routes.ts';

/** What the simulated Azure lets be written, one resource at a time. */
export const writeRoutes: readonly Route[] = [
  ...machineWriteRoutes,
  ...partWriteRoutes,
  ...computeOperationRoutes,
];
