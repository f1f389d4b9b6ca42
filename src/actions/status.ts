import type { ActionRecord, StepRecord } from '#src/actions/record.ts';
import type { StepStateWord } from '#src/model/action.ts';
import { WAY_ON_KINDS, type WayOn } from '#src/model/problem.ts';
import { actions as words } from '#src/strings/actions.ts';

/**
 * Where an action stands as a whole: `here` and `elsewhere` carry it out, the others wait for a person, or
 * are the end.
 */
export type ActionStatus =
  | 'here'
  | 'elsewhere'
  | 'ended'
  | 'refused'
  | 'unknown'
  | 'unread'
  | 'interrupted';

/** The state of a request as a person reads it. */
export function stateWord({ state, wasSo, refusedBy }: StepRecord): StepStateWord {
  if (state === 'done' && wasSo === true) return 'wasSo';
  const hasLeft = refusedBy === undefined || refusedBy === 'service';
  return state === 'refused' && !hasLeft ? 'notSent' : state;
}

/** The first request that is not done; undefined: all are. */
export const openStep = ({ steps }: Pick<ActionRecord, 'steps'>): StepRecord | undefined =>
  steps.find(({ state }) => state !== 'done');

/** Who carries an action out: this tab, another one, or none. */
type CarriedOutBy = 'here' | 'elsewhere' | 'none';

export function statusOf(record: ActionRecord, by: CarriedOutBy): ActionStatus {
  const open = openStep(record);
  if (open === undefined) return 'ended';
  if (by !== 'none') return by;
  switch (open.state) {
    case 'refused':
    case 'unknown':
    case 'unread':
      return open.state;
    case 'waiting':
    case 'sent':
    case 'done':
      return 'interrupted';
  }
}

/** What can be done about an action that has stopped: what helps one of its requests, the easiest first. */
export function wayOf({ steps }: ActionRecord): WayOn {
  const stopped = steps.filter(({ state }) => state === 'refused' || state === 'unread');
  const found = stopped.map(({ way = 'again' }) => way);
  return WAY_ON_KINDS.find((way) => found.includes(way)) ?? 'again';
}

/** What to do before the next press, or instead of it; null: nothing else. */
export const adviceOn = (status: ActionStatus | null, way: WayOn): string | null =>
  status === 'unknown' || way === 'again' ? null : words.way[way];

/** What the next press does, as a text; null where the same request gets the same answer. */
export function nextPress(
  status: Exclude<ActionStatus, 'here' | 'elsewhere'>,
  state: StepRecord['state'],
  way: WayOn,
): string | null {
  if (status === 'unknown') return words.readAgain;
  if (status === 'interrupted') return words.goOn;
  switch (way) {
    case 'again':
      return words.tryAgain;
    case 'after':
    case 'signIn':
    case 'token':
      // It has not been sent, or was refused: once that was changed it can be.
      return state === 'unread' ? words.readAgain : words.sendOnce;
    case 'setUp':
    case 'reload':
    case 'gone':
    case 'change':
      return null;
  }
}

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
