import type { ActionRecord, StepRecord } from '#src/actions/record.ts';
import type { StepStateWord } from '#src/model/action.ts';

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
export const openStep = ({ steps }: ActionRecord): StepRecord | undefined =>
  steps.find(({ state }) => state !== 'done');

/** Who carries an action out: this tab, another one, or none. */
export type CarriedOutBy = 'here' | 'elsewhere' | 'none';

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
