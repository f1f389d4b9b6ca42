import type { OsType } from '#src/model/recovery-services.ts';

/** License types that Compute takes, as Azure names them (2024-03-01; those of Linux G). */
export const LICENSES = {
  Windows: ['Windows_Server', 'Windows_Client'],
  Linux: ['RHEL_BYOS', 'SLES_BYOS'],
} as const satisfies Record<OsType, readonly string[]>;
