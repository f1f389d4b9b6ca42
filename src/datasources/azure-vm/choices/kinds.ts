import type { RestoreKind } from '#src/model/jobs.ts';

/** The kinds of restore under `Create new`. */
export const NEW_KINDS = ['createVm', 'restoreDisks'] as const satisfies RestoreKind[];
/** All kinds of restore; the last is the one under `Replace existing`. */
export const RESTORE_KINDS = [...NEW_KINDS, 'replaceDisks'] as const satisfies RestoreKind[];
