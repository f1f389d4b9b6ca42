import type { AfterKind, AfterLine, AfterState } from '#src/model/next-steps.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for what was done after a restore, beside the outcome of its job. Times are parameters, as text. */
export const afterwards = sentences({
  title: 'Done after the job',
  note: 'From this browser. It doesn’t change the outcome of the job.',
  of: (source: string) => `After the restore of ${source}`,
  operation: {
    build: 'Create VM',
    attach: 'Attach disk',
    swap: 'Swap OS disk',
    detach: 'Detach disk',
    deploy: 'Deploy Template',
    protect: 'Set up backup',
    address: 'Set a static address',
    license: 'Set the license type',
    sql: 'Register with SQL',
    reset: 'Reset the sign-in',
    revoke: 'Revoke the roles',
    delete: 'Delete leftover resources',
  } satisfies Record<AfterKind, string>,
  deployed: (name: string) => `Deploy the template as ${name}`,
  likely: (sentence: string) => `${sentence}. It might be from another restore.`,
  state: {
    done: 'Done. The result was read from Azure.',
    wasSo: 'Was so before. Nothing was sent.',
    accepted: 'Accepted by Azure. Its end wasn’t read yet.',
    open: 'Not finished.',
    partly: 'Done in part. The next request was refused, or its outcome is unknown.',
    refused: 'Refused, or not sent.',
    failed: 'Azure reports that it failed.',
    unknown: 'Outcome unknown.',
  } satisfies Record<AfterState, string>,
  /** The operation and when its state was observed. */
  by: (operation: string, time: string) => `${operation}, ${time}`,
  there: (time: string) => `Read again ${time}: still there.`,
  gone: (time: string) => `Open again since ${time}: no longer there.`,
  unread: (message: string) => `Couldn’t be read again: ${message}`,
  notRead: 'Not read again.',
});

/** What a later read found of a line; `timeText` writes a moment. */
export const latestText = (
  { latest }: Pick<AfterLine, 'latest'>,
  timeText: (at: number) => string,
): string | null =>
  latest && (latest.isThere ? afterwards.there : afterwards.gone)(timeText(latest.at));
