import type { ActionStep, GuardedAction } from '#src/actions/action.ts';
import { changeStep, keepRecord, recordOf, type StepRecord } from '#src/actions/record.ts';
import { armFacts } from '#src/api/arm/error.ts';
import { now } from '#src/lib/clock.ts';
import { ifFree } from '#src/lib/lock.ts';

/** The lock that the tab holds which carries an action out. */
export const actionLock = (id: string): string => `action.${id}`;

/** Writes down that an action was confirmed; nothing is sent by that. */
export function confirmAction({ id, sentence, steps }: GuardedAction): void {
  const at = now();
  keepRecord(id, {
    startedAt: at,
    sentence,
    steps: steps.map((step) => ({ id: step.id, title: step.title, state: 'waiting', at })),
  });
}

/** What a person has decided about a request whose outcome stays unknown. */
export interface Decision {
  /** The id of the step that is sent once more. */
  readonly sendAgain?: string;
}

/**
 * Carries a confirmed action out, step by step, from where it is. Each request is sent once: what is there
 * already is not sent, and one whose outcome is unknown only after a person's decision. Ends at the first
 * step that is not done. Does nothing while another tab does it.
 */
export async function carryOut(action: GuardedAction, decision: Decision = {}): Promise<void> {
  await ifFree(actionLock(action.id), async () => {
    for (const step of action.steps) {
      if (!(await isStepDone(action.id, step, decision))) return;
    }
  });
}

async function isStepDone(
  actionId: string,
  step: ActionStep,
  { sendAgain }: Decision,
): Promise<boolean> {
  const before = recordOf(actionId)?.steps.find(({ id }) => id === step.id);
  if (before === undefined) return false;
  if (before.state === 'done') return true;
  const note = (change: Partial<StepRecord>): void =>
    changeStep(actionId, step.id, { ...CLEAN, at: now(), ...change });
  const wasSent = before.state === 'sent' || before.state === 'unknown';
  const isThere = await seen(step, note);
  if (isThere === null) return false;
  if (isThere) {
    note({ state: 'done', wasSo: !wasSent });
    return true;
  }
  if (wasSent && sendAgain !== step.id) {
    note({ state: 'unknown' });
    return false;
  }
  note({ state: 'sent' });
  if (!(await isSent(step, note))) return false;
  return isReadBack(step, note);
}

type Note = (change: Partial<StepRecord>) => void;

/** What an earlier try has left. */
const CLEAN = { wasSo: undefined, code: undefined, message: undefined, requestId: undefined };

/** Whether its result is there; null: that could not be read, which is noted. */
async function seen(step: ActionStep, note: Note): Promise<boolean | null> {
  try {
    return await step.isDone();
  } catch (error) {
    note({ state: 'unread', ...reasonOf(error) });
    return null;
  }
}

/** Whether Azure says that the work has ended well; else it is noted why not. */
async function isSent(step: ActionStep, note: Note): Promise<boolean> {
  try {
    await step.run();
    return true;
  } catch (error) {
    const kind = armFacts(error)?.kind;
    const isClear = kind === 'refused' || kind === 'notSent';
    note({ state: isClear ? 'refused' : 'unknown', ...reasonOf(error) });
    return false;
  }
}

/** Whether the result is there now that the work has ended. */
async function isReadBack(step: ActionStep, note: Note): Promise<boolean> {
  const isThere = await seen(step, (change) => note({ ...change, state: 'unknown' }));
  if (isThere === null) return false;
  note({ state: isThere ? 'done' : 'unknown' });
  return isThere;
}

function reasonOf(error: unknown): Pick<StepRecord, 'code' | 'message' | 'requestId'> {
  const facts = armFacts(error);
  return {
    code: facts?.code ?? null,
    message: facts?.message ?? String(error),
    requestId: facts?.requestId ?? null,
  };
}
