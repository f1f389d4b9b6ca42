import { useMemo, useState } from 'react';
import type { Instant } from '#src/lib/time.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import {
  type SuggestedPoint,
  suggestPoint,
  takesPoint,
  useStoredWith,
} from '#src/wizard/draft/suggested.ts';
import type { Transitions } from '#src/wizard/draft/transitions.ts';
import { newestUsable } from '#src/wizard/steps/newest-usable.ts';

interface Point {
  readonly name: string;
  readonly time: Instant | null;
}

/**
 * Suggests the newest restore point that is shown and can be restored, where the step was opened with none
 * selected. The suggestion follows the filters until a person selects a restore point or goes on.
 */
export function useSuggestedPoint<Row extends Point>(
  draft: Draft,
  transitions: Transitions,
  shown: readonly Row[],
  isUsable: (row: Row) => boolean,
): void {
  const { id, choices } = draft;
  const [isFollowing, setIsFollowing] = useState(() => (choices['point'] ?? null) === null);
  const takes = takesPoint(draft);
  // Whoever selects a restore point, or none, has decided: also who selects the suggested one later.
  if (isFollowing && !takes) setIsFollowing(false);
  const found = isFollowing && takes ? newestUsable(shown, isUsable) : null;
  const { instance } = choices;
  const known = useMemo(
    () =>
      found === null || instance === null
        ? null
        : { transitions, given: { instance, point: found } },
    [found, instance, transitions],
  );
  useStoredWith(id, known, store);
}

interface Known {
  readonly transitions: Transitions;
  readonly given: SuggestedPoint;
}

function store(id: string, known: Known | null): void {
  if (known !== null) suggestPoint(known.transitions, id, known.given);
}
