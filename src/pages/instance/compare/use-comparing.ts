import { useState } from 'react';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { type Chosen, compareText, NOW, readCompare } from '#src/pages/instance/compare/chosen.ts';
import type { GoToPart } from '#src/pages/instance/use-search.ts';

/** The headings to which the focus goes. */
export const COMPARISON_ID = 'comparison';
export const POINTS_ID = 'restore-points';

const MOST = 2;

/** What is compared, and what is ticked to be. */
export interface Comparing {
  /** What the address asks for; null where it asks for nothing that is there. */
  readonly chosen: Chosen | null;
  /** The address asks for something that is not there. */
  readonly isIgnored: boolean;
  /** Names of the ticked points, at most two. */
  readonly ticked: readonly string[];
  readonly isFull: boolean;
  readonly tick: (name: string) => void;
  readonly untick: () => void;
  /** Shows what is ticked: two points, or one beside the machine now. */
  readonly compare: () => void;
  readonly close: () => void;
}

/** The comparison of a page. What is ticked is in no address until it is compared. */
export function useComparing(
  asked: string | undefined,
  points: readonly RecoveryPoint[] | undefined,
  goTo: GoToPart,
): Comparing {
  const chosen = readCompare(asked, points ?? []);
  const [own, setOwn] = useState<readonly string[] | null>(null);
  const shown = [chosen?.one, chosen?.other].flatMap((one) => one?.name ?? []);
  const ticked = own ?? shown;
  return {
    chosen,
    isIgnored: points !== undefined && (asked ?? '') !== '' && chosen === null,
    ticked,
    isFull: ticked.length >= MOST,
    tick: (name) => {
      if (ticked.includes(name)) setOwn(ticked.filter((one) => one !== name));
      else if (ticked.length < MOST) setOwn([...ticked, name]);
    },
    untick: () => setOwn([]),
    compare: () => {
      setOwn(null);
      const names = ticked.length === 1 ? [...ticked, NOW] : ticked;
      goTo(COMPARISON_ID, { compare: compareText(names) });
    },
    close: () => {
      setOwn([]);
      goTo(POINTS_ID, { compare: undefined });
    },
  };
}
