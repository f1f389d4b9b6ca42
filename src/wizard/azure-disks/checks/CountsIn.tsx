import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { grant as words } from '#src/strings/disk-checks.ts';
import { useNow } from '#src/ui/use-now.ts';

const EVERY_MS = 1000;

/** How long it may still take until a new role counts; not announced each second. */
export function CountsIn({ at }: { readonly at: Instant }) {
  const left = at - useNow(EVERY_MS);
  return <span>{left > 0 ? words.countsIn(durationText(left)) : words.countsNow}</span>;
}
