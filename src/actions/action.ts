import type { AcceptedOperation } from '#src/api/arm/operation.ts';
import type { Seen } from '#src/model/action.ts';

/** Told of what Azure has accepted, at once; null: it can’t be followed, or not any longer. */
export type OnAccepted = (operation: AcceptedOperation | null) => void;

/** One request of a guarded action, in its turn. */
export interface ActionStep {
  /** Unique within the action, and the same after a reload. */
  readonly id: string;
  /** What it does, as in "Stop vm-app01". */
  readonly title: string;
  /** The ids of what its request writes: nothing else of this browser writes them meanwhile. */
  readonly writes: readonly string[];
  /** Reads from Azure whether its result is there. Rejects as reads do. */
  readonly look: () => Promise<Seen>;
  /** Of one that only makes ready for a later step: reads whether the result of that is there. */
  readonly lookAhead?: () => Promise<Seen>;
  /** Sends its request, once, and resolves when Azure has finished the work. Rejects as writes do. */
  readonly run: (onAccepted?: OnAccepted) => Promise<void>;
  /** Follows what Azure accepted before this page was loaded, to its end. Left out: only `look` tells of it. */
  readonly follow?: (operation: AcceptedOperation, onAccepted?: OnAccepted) => Promise<void>;
}

/**
 * One request that a press starts at once, without a plan. What came of it is shown where it was pressed; it is stored
 * only until that is known.
 */
export interface PressedAction {
  /** The same after a reload. */
  readonly id: string;
  readonly step: Omit<ActionStep, 'title'>;
  /** Reads again what it may have changed. */
  readonly readAgain: () => Promise<void>;
}

/** What an action makes, changes, leaves and loses, in sentences. */
export interface ActionPlan {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly untouched: readonly string[];
  readonly lost: readonly string[];
}

/**
 * An action that changes something in Azure and is not started by accident: its plan is shown first, a
 * person confirms it by typing a name, and each request is read back.
 */
export interface GuardedAction {
  /** The same after a reload: what became of it is stored under this name. */
  readonly id: string;
  /** The action in one sentence. */
  readonly sentence: string;
  /** Epoch milliseconds; left out: when it is confirmed. */
  readonly plannedAt?: number;
  readonly plan: ActionPlan;
  /** The name to type, of what is changed. */
  readonly confirmName: string;
  readonly steps: readonly ActionStep[];
  /** No step needs another one: one that fails doesn't keep the others from being sent. */
  readonly isEachAlone?: boolean;
}
