import { listText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** What a sentence about a restore starts with, each as far as it is known. */
interface HandedRestore {
  /** `Restore of app01`. */
  readonly title: string;
  readonly target: string | null;
  /** When its restore point was taken. */
  readonly point: string | null;
}

const ofRestore = ({ title, target, point }: HandedRestore): string =>
  [title, target === null ? '' : ` to ${target}`, point === null ? '' : ` as of ${point}`].join('');

/** Texts for what one person passes on to the next about a job. */
export const handOver = sentences({
  title: 'Hand over',
  text: 'text to hand over',
  /** Of a VM that was read back. */
  on: (vm: string, time: string, source: string, point: string | null) =>
    `${vm} was on at ${time}, restored from ${source}${point === null ? '' : ` as of ${point}`}.`,
  vmAt: (vm: string, address: string) => `${vm} (${address})`,
  running: (restore: HandedRestore, state: string, time: string, ready: string | null) =>
    `${ofRestore(restore)}: ${state} at ${time}${ready === null ? '' : `, ${ready}`}.`,
  percentOf: {
    bytes: (percent: string) => `${percent} of the data`,
    job: (percent: string) => `${percent} of the job`,
  },
  expected: (low: string, high: string) =>
    low === high ? `expected about ${low}` : `expected ${low} to ${high}`,
  noProgress: (time: string) => `no progress since ${time}`,
  inProgress: 'in progress',
  canceling: 'canceling',
  ended: (restore: HandedRestore, time: string, outcome: string) =>
    `${ofRestore(restore)}, ended ${time}: ${outcome}.`,
  /** Where nothing says when it ended, or that it did. */
  read: (restore: HandedRestore, time: string, outcome: string) =>
    `${ofRestore(restore)}, read ${time}: ${outcome}.`,
  readBack: (time: string) => `Read back ${time}.`,
  notReadBack: 'What it restored: not read.',
  error: (error: string) => `${error}.`,
  open: (steps: readonly string[]) => `Open: ${listText(steps)}.`,
  simulated: 'Simulated Azure: the address opens in this browser only.',
});
