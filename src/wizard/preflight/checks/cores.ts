import { leftOf, quotasOf } from '#src/model/compute-usage.ts';
import { sameId } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { targetRegion } from '#src/wizard/draft/target-region.ts';
import { chosenPoint } from '#src/wizard/draft/view.ts';
import type { Check, Look } from '#src/wizard/preflight/check.ts';
import { targetOf } from '#src/wizard/preflight/scopes.ts';
import type { Seen } from '#src/wizard/preflight/seen.ts';
import { unread } from '#src/wizard/preflight/unread.ts';

const words = preflight.cores;

/** Whether the subscription may use as many more cores as the new machine has. */
export const cores: Check = {
  id: 'cores',
  from: ['usages', 'sizes', 'points', 'secondaryPoints'],
  look: (seen) => (seen.view.shown.option === 'createVm' ? lookAt(seen) : null),
};

function lookAt(seen: Seen): Look {
  const { view, asked } = seen;
  const missing =
    unread(asked.usages, words.readUsages) ?? unread(view.reads.sizes, words.readSizes);
  if (missing !== null) return missing;
  const point = chosenPoint(view);
  const size = known(view.reads.sizes)?.find(({ name }) => sameId(name, point?.vmSize));
  const [tightest] = size === undefined ? [] : quotasOf(known(asked.usages) ?? [], size);
  if (size === undefined || size.cores === null || tightest === undefined) {
    return { state: 'notChecked', found: words.notTold(point?.vmSize ?? null) };
  }
  const found = words.found(size.cores, size.name, tightest);
  return size.cores <= leftOf(tightest)
    ? { state: 'passed', found }
    : { state: 'failed', found, remedies: remediesFor(seen) };
}

/** Disks need no cores; a higher quota is asked for by whoever owns the subscription. */
function remediesFor({ view }: Seen): Look['remedies'] {
  const region = targetRegion(view.shown, view.reads) ?? '';
  const text = words.command(targetOf(view) ?? '', region);
  return [
    { kind: 'field', step: 'configuration', field: 'option' },
    { kind: 'command', label: words.ask, text },
  ];
}
