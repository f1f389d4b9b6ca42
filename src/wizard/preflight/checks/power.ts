import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { Check } from '#src/wizard/preflight/check.ts';
import { unread } from '#src/wizard/preflight/unread.ts';

const words = preflight.power;

/**
 * Whether a machine whose disks are replaced is shut down. No document asks for it; what a running one
 * writes until its disks are taken away is lost, so that it is warned of.
 */
export const power: Check = {
  id: 'power',
  from: ['machine'],
  look: ({ view: { shown, reads } }) => {
    if (shown.option !== 'replaceDisks') return null;
    const missing = unread(reads.machine, words.read);
    if (missing !== null) return missing;
    const machine = known(reads.machine) ?? null;
    // The rules refuse to replace the disks of a machine that is gone.
    if (machine === null) return null;
    if (machine.isRunning === null) {
      return { state: 'notChecked', found: words.notTold(machine.name) };
    }
    if (!machine.isRunning) return { state: 'passed', found: words.off(machine.name) };
    return {
      state: 'warned',
      found: words.running(machine.name),
      remedies: [{ kind: 'command', label: words.stop, text: words.command(machine.id) }],
    };
  },
};
