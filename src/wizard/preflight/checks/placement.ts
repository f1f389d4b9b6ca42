import { preflight } from '#src/strings/preflight.ts';
import { chosenPoint } from '#src/wizard/draft/view.ts';
import type { Check } from '#src/wizard/preflight/check.ts';
import { about, named } from '#src/wizard/preflight/claims.ts';

const isAboutSize = named('create-vm.sku-unavailable.disks-kept');
const isAboutZone = about('zone');

/** Whether size and zone are offered, as the rules have it. */
export const placement: Check = {
  id: 'placement',
  claims: (rule) => isAboutSize(rule) || isAboutZone(rule),
  from: ['sizes', 'regions'],
  look: ({ view }) => {
    const { option, zone } = view.shown;
    if (option === null || option === 'replaceDisks') return null;
    const size = option === 'createVm' ? (chosenPoint(view)?.vmSize ?? null) : null;
    if (size === null && zone === null) return null;
    return { state: 'passed', found: preflight.placement(size, zone) };
  },
};
