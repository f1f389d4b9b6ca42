import { useSyncExternalStore } from 'react';
import type { MountOutcome } from '#src/api/recovery-services/files.ts';
import { sessionPhase, type SessionPhase } from '#src/model/file-recovery.ts';
import { useNow } from '#src/ui/use-now.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { heldMount, onHeldMounts } from '#src/wizard/submit/held-mounts.ts';

/** How a session stands, and what this tab still has of the answer to its request: null after a reload. */
export interface SessionState {
  /** Null where no session has started. */
  readonly phase: SessionPhase | null;
  readonly outcome: MountOutcome | null;
}

/** How often it is looked whether the session is over. */
const EVERY_MS = 15_000;

/** What is kept of an answer that can't be used. */
const storedOutcome = (session: Draft['session']): MountOutcome | null =>
  session?.lacks === undefined ? null : { kind: 'none', why: session.lacks };

/** How the session of a draft stands now. */
export function useSessionState({ id, session }: Draft): SessionState {
  const held = useSyncExternalStore(onHeldMounts, () => heldMount(id));
  const at = useNow(EVERY_MS);
  const outcome = held ?? storedOutcome(session);
  return { phase: session === undefined ? null : sessionPhase(session, at), outcome };
}
