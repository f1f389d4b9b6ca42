import type { ActionStep, GuardedAction } from '#src/actions/action.ts';
import { recordOf } from '#src/actions/record.ts';
import { ArmError, type ArmErrorFacts, type ArmErrorKind } from '#src/api/arm/error.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import type { NotSentReason } from '#src/model/problem.ts';

/** Actions whose requests behave as a test says. */

/** Where Azure’s work on a request is followed. */
export const OPERATION = {
  pollUrl: 'https://management.azure.com/operations/1',
  pollKind: 'status',
  retryAfterMs: 1000,
} as const;

/** How a request of a test behaves: what it throws, and whether its result is then there. */
export interface Behaviour {
  readonly fails?: ArmErrorKind;
  readonly works?: boolean;
  readonly wasSo?: boolean;
  /** What the answer is like that refuses it; left out: the code of a conflict. */
  readonly answer?: Partial<ArmErrorFacts>;
  /** Its result is there from so many reads on after the request; left out: at once, if it works. */
  readonly thereAfter?: number;
  readonly notSent?: NotSentReason | undefined;
  readonly isUnreadable?: boolean;
  /** Nothing can be read once it was sent. */
  readonly thenUnreadable?: boolean;
  /** Azure has accepted it before it fails; null: without saying where to follow it. */
  readonly accepted?: typeof OPERATION | null;
  /** For how many reads Azure still works on it. */
  readonly underWayFor?: number;
}

const errorOf = (kind: ArmErrorKind, { answer, notSent }: Behaviour = {}): ArmError =>
  new ArmError({
    ...(notSent !== undefined && { notSent }),
    kind,
    status: kind === 'refused' ? 409 : null,
    code: 'Conflict',
    message: 'A reason.',
    requestId: 'r1',
    missingAction: null,
    body: '',
    ...answer,
  });

/** What has left, in its turn; a test empties it. */
export const sent: string[] = [];

function stepOf(id: string, how: { current: Behaviour }): ActionStep {
  let isThere = how.current.wasSo === true;
  let reads = 0;
  let hiddenUntil = 0;
  return {
    id,
    title: `Do ${id}`,
    writes: [`/resource/${id}`],
    look: async () => {
      if (how.current.isUnreadable === true) throw errorOf('lost');
      reads += 1;
      if (reads <= (how.current.underWayFor ?? 0)) return 'underWay';
      return isThere && reads > hiddenUntil ? 'done' : 'open';
    },
    follow: async ({ pollUrl }) => {
      sent.push(`followed ${pollUrl}`);
      if (how.current.works === true) isThere = true;
      else throw errorOf('refused', how.current);
    },
    run: async (onAccepted) => {
      sent.push(id);
      const { fails, works = fails === undefined, accepted, thereAfter = 0 } = how.current;
      hiddenUntil = reads + thereAfter;
      if (accepted !== undefined) onAccepted?.(accepted);
      if (works) isThere = true;
      if (how.current.thenUnreadable === true) become(how, { ...how.current, isUnreadable: true });
      if (fails !== undefined) throw errorOf(fails, how.current);
    },
  };
}

/** An action of such requests, and what each of them does from now on. */
export function actionOf(...behaviours: readonly Behaviour[]) {
  const hows = behaviours.map((current) => ({ current }));
  const action: GuardedAction = {
    id: 'swap.vm',
    sentence: 'Swap the OS disk of vm',
    plan: { created: [], changed: [], untouched: [], lost: [] },
    confirmName: 'vm',
    steps: hows.map((how, index) => stepOf(`s${String(index)}`, how)),
  };
  return { action, hows };
}

/** The request of a test behaves otherwise from now on. */
export function become(how: { current: Behaviour } | undefined, next: Behaviour): void {
  if (how !== undefined) how.current = next;
}

/** Writes a record as another version, or a page that is gone, has left it. */
export function plant(entries: Map<string, string>, record: string): void {
  for (const key of entries.keys()) {
    if (key.endsWith('action.swap.vm')) entries.set(key, record);
  }
  resetPageState();
}

export const states = (id = 'swap.vm') => recordOf(id)?.steps.map(({ state }) => state);
