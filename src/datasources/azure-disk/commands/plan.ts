import { canonicalJson } from '#src/lib/data.ts';
import type { DiskRestore } from '#src/model/backup-vaults.ts';

/** The restore as the text that its hash is of, and that a draft keeps. */
export const diskPlanText = (restore: DiskRestore): string => canonicalJson(restore);
