import type { ActionRecord } from '#src/actions/record.ts';
import { type ActionStatus, openStep } from '#src/actions/status.ts';
import { actions as words } from '#src/strings/actions.ts';

/** What is known of an action as a whole, in a sentence; empty while this tab carries it out. */
export function statusText(status: ActionStatus | null, record: ActionRecord): string {
  const { refusedBy = 'unknown', openBecause = 'unknown' } = openStep(record) ?? {};
  switch (status) {
    case null:
    case 'here':
      return '';
    case 'refused':
      return words.refused[refusedBy];
    case 'unknown':
      return words.open[openBecause];
    case 'elsewhere':
    case 'ended':
    case 'unread':
    case 'interrupted':
      return words[status];
  }
}
