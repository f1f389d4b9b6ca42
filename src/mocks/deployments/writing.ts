import type { writeResource } from '#src/mocks/writes/write-resource.ts';

/** The one way by which resources are written; a stand-in takes its place in tests of deployments alone. */
export type WriteResource = typeof writeResource;
