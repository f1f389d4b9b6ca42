import { preflight } from '#src/strings/preflight.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import { type Check, named } from '#src/datasources/azure-vm/checks/check.ts';
import { stopCommand } from '#src/datasources/azure-vm/checks/commands.ts';
import { type CheckResult, type Remedy, unread } from '#src/wizard/review/check.ts';

const words = preflight.power;

/** The id of the button that offers to shut the machine down. */
export const SHUT_DOWN = 'shut-down';

/** Whether a machine whose disks are replaced is shut down: Azure replaces those of no other. */
export const power: Check = {
  id: 'power',
  claims: named('platform.replace.running'),
  from: ['machine'],
  run: ({ view: { shown, reads }, readAgain }) =>
    shown.option === 'replaceDisks' ? powerResult(reads, readAgain) : null,
};

/** How the power of the source machine stands, and what can be done; null where there is no machine. */
export function powerResult({ machine: read }: Reads, readAgain: () => void): CheckResult | null {
  const missing = unread(read, words.read);
  if (missing !== null) return missing;
  const machine = known(read) ?? null;
  // The rules refuse to replace the disks of a machine that is gone.
  if (machine === null) return null;
  const { id, name, isRunning } = machine;
  if (isRunning === false) return { state: 'passed', found: words.off(name) };
  const again: Remedy = {
    kind: 'again',
    what: words.read,
    label: words.check(name),
    go: readAgain,
  };
  if (isRunning === null) {
    return { state: 'notChecked', found: words.notReported(name), remedies: [again] };
  }
  const shutDown: Remedy = {
    kind: 'button',
    step: 'configuration',
    id: SHUT_DOWN,
    label: words.shutDown(name),
  };
  const command: Remedy = {
    kind: 'command',
    label: words.stop,
    command: stopCommand(id),
    isOtherWay: true,
  };
  return { state: 'failed', found: words.running(name), remedies: [shutDown, command, again] };
}
