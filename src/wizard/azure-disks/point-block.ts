import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/data-protection.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { Blocked } from '#src/ui/fields/option.ts';
import { isExpired } from '#src/wizard/azure-disks/point.ts';
import { momentText } from '#src/wizard/azure-disks/steps/ChosenPoint.tsx';

const words = diskFlow.point;

/** Why a point cannot be restored, by what Azure reports of it. */
export function blockOf(point: DiskRecoveryPoint, at: Instant): Blocked | undefined {
  if (isExpired(point, at)) {
    const { short, rule, fact, source } = words.expired;
    return blocked(short, rule, source, fact(momentText(point.expiresAt)));
  }
  const { short, rule, source } = words.incomplete;
  return point.isComplete === false ? blocked(short, rule, source) : undefined;
}

function blocked(short: string, rule: string, source: string, fact?: string): Blocked {
  const facts = fact === undefined ? [] : [{ text: fact, from: null, way: null }];
  return {
    short,
    explain: () => ({ reasons: [{ id: null, rule, facts, sources: [source] }], instead: null }),
  };
}
