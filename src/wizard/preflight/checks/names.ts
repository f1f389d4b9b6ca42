import { sameId } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { Check, Look } from '#src/wizard/preflight/check.ts';
import { about } from '#src/wizard/preflight/claims.ts';
import { notInPart } from '#src/wizard/preflight/unread.ts';
import type { Seen } from '#src/wizard/preflight/seen.ts';

const words = preflight.names;

/** Whether the names are free, or there, as the rules have it. */
export const names: Check = {
  id: 'names',
  claims: about('vmName', 'rg'),
  from: ['machineNames', 'groups'],
  look: ({ view: { shown, reads } }: Seen): Look | null => {
    const { option, vmName, rg, rgIsNew } = shown;
    if (option === null || option === 'replaceDisks') return null;
    const taken = known(reads.machineNames);
    const isListed = taken?.some((name) => sameId(name, vmName)) === true;
    const cut = option === 'createVm' && !isListed ? notInPart(reads.machineNames) : null;
    if (cut !== null) return cut;
    const parts = [
      ...(option === 'createVm' && vmName !== null && taken !== undefined
        ? [words.machine(vmName, taken.length)]
        : []),
      ...(rg === null ? [] : [rgIsNew ? words.newGroup(rg) : words.group(rg)]),
    ];
    return { state: 'passed', found: parts.join(' ') };
  },
};
