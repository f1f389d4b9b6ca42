import type { NicAddress } from '#src/model/network.ts';
import { isProtectionStopped } from '#src/model/recovery-services.ts';
import type { Judged } from '#src/model/next-steps/check.ts';

/** What reads say of the next steps of a restore. Pure. */

/** What decides a step where the source's setting is known; else only a result that is there counts. */
function judged(isThere: boolean, seen: readonly string[], isKnown: boolean): Judged {
  return { outcome: isThere ? 'done' : isKnown ? 'open' : 'unknown', seen };
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Whether the VM has static addresses again (document 000, Post-restore steps): as many as its source had, of
 * whatever value, since another network has others.
 */
export function judgeAddresses(
  addresses: readonly NicAddress[],
  wanted: readonly string[] | null,
): Judged {
  const fixed = addresses.filter(({ isStatic }) => isStatic);
  const seen = addresses.map(({ address, isStatic }) =>
    [address ?? '', isStatic ? 'Static' : 'Dynamic'].join(' ').trim(),
  );
  return judged(fixed.length >= Math.max(1, wanted?.length ?? 1), seen, wanted !== null);
}

/** Whether a setting of a VM is as its source had it; null: the VM has none. */
export function judgeSetting(is: string | null, wanted: string | null): Judged {
  const isThere = is !== null && (wanted === null || isSame(is, wanted));
  return judged(isThere, is === null ? [] : [is], wanted !== null);
}

/** Whether all disks of a VM have a customer-managed key, by the encryption that each reports; null: none. */
export function judgeKeys(encryptions: readonly (string | null)[]): Judged {
  const seen = [...new Set(encryptions.flatMap((one) => one ?? []))];
  const hasKey = (one: string | null): boolean => /customerkey/i.test(one ?? '');
  return judged(encryptions.length > 0 && encryptions.every(hasKey), seen, true);
}

/** An extension with the state that Azure reports of it. */
export interface ExtensionState {
  readonly name: string;
  /** Null: not reported. */
  readonly state: string | null;
}

/** Whether the extensions of the source are there, and each was provisioned. */
export function judgeExtensions(
  there: readonly ExtensionState[],
  wanted: readonly string[] | null,
): Judged {
  const seen = there.map(({ name, state }) => (state === null ? name : `${name} ${state}`));
  const isWell = (name: string): boolean =>
    there.some((one) => isSame(one.name, name) && isSame(one.state ?? '', 'succeeded'));
  return judged(wanted !== null && wanted.every(isWell), seen, wanted !== null);
}

/** Whether a VM has as many NICs as its source had. */
export function judgeNics(count: number | null, wanted: number | null): Judged {
  if (count === null) return { outcome: 'unknown', seen: [] };
  return judged(wanted !== null && count >= wanted, [String(count)], wanted !== null);
}

/** How a vault backs a VM up. */
interface Protection {
  readonly policyName: string | null;
  readonly state: string | null;
}

/** Whether a VM is backed up; one whose protection was stopped isn't. */
export function judgeProtection(found: Protection | null): Judged {
  if (found === null) return { outcome: 'open', seen: [] };
  const { policyName, state } = found;
  return {
    outcome: isProtectionStopped(state ?? '') === true ? 'open' : 'done',
    seen: [policyName, state].flatMap((word) => word ?? []),
  };
}

/** Whether a VM is registered as a SQL virtual machine. */
export const judgeSql = (
  found: { readonly license: string | null; readonly isComplete: boolean } | null,
): Judged => ({
  outcome: found?.isComplete === true ? 'done' : 'open',
  seen: found?.license ? [found.license] : [],
});

/** Whether a disk is attached to a VM, by that VM's name. */
export const judgeAttached = (machine: string | null): Judged => ({
  outcome: machine === null ? 'open' : 'done',
  seen: machine === null ? [] : [machine],
});

/** Whether nothing of what is to go is left; null: what it is isn't known. */
export const judgeLeft = (left: readonly string[] | null): Judged =>
  left === null
    ? { outcome: 'unknown', seen: [] }
    : { outcome: left.length === 0 ? 'done' : 'open', seen: left };
