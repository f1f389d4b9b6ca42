import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { useNow } from '#src/ui/hooks.ts';

const EVERY_MS = 1000;

/** How long something takes so far. It changes every second, and is not read out. */
export function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{durationText(Math.max(0, useNow(EVERY_MS) - since))}</span>;
}
