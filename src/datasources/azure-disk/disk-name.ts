import type { TargetPart } from '#src/model/lost-restore.ts';

/** Where the new disk goes. */
export interface TargetGroup {
  readonly subscription: string | null;
  readonly rg: string | null;
}

/** The disk that is restored, and the new one. */
export interface DiskTarget extends TargetGroup {
  readonly instance: string | null;
  readonly diskName: string | null;
}

/** What a restore creates; empty while that is not chosen. */
export const targetOf = ({ instance, subscription, rg, diskName }: DiskTarget): TargetPart[] =>
  instance === null || rg === null || diskName === null || diskName === ''
    ? []
    : [{ kind: 'disk', name: diskName, group: rg, subscriptionId: subscription }];

/** The code of a form's error for a name that Azure refuses; no document has a rule for it. */
export const DISK_NAME = 'disk-name';

/**
 * Whether Azure takes a name for a disk: 1 to 80 letters, digits, `_`, `.` and `-`, a letter or digit
 * first, and a letter, a digit or `_` last (Microsoft Learn, Naming rules for Azure resources).
 */
export function isDiskName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9_.-]{0,78}[a-z0-9_])?$/i.test(name);
}

/** Whether a name was typed that Azure refuses. */
export function hasBadName({ diskName }: { readonly diskName: string | null }): boolean {
  return diskName !== null && !isDiskName(diskName);
}
