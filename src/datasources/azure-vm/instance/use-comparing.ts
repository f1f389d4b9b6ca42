import { useState } from 'react';
import type { GoToPart } from '#src/datasources/datasource.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { focusField } from '#src/ui/dom.ts';
import { POINTS_ID } from '#src/ui/instance.tsx';

/** The heading to which the focus goes. */
export const COMPARISON_ID = 'comparison';

const MOST = 2;

/** What is compared, and what is selected to be. */
export interface Comparing {
  /** What the address asks for; null where it asks for nothing that is there. */
  readonly chosen: ComparedPoints | null;
  /** The address asks for something that is not there. */
  readonly isIgnored: boolean;
  /** Ids of the selected restore points, at most two. */
  readonly selected: readonly string[];
  readonly isFull: boolean;
  readonly toggle: (recoveryPointId: string) => void;
  /** Selects one in place of the one that was selected last. */
  readonly select: (recoveryPointId: string) => void;
  readonly clear: () => void;
  /** Shows what is selected: two points, or one beside the machine now. */
  readonly compare: () => void;
  /** The same; or leads to where points are selected, while there are too few. */
  readonly start: () => void;
  readonly close: () => void;
}

/** The comparison of a page. What is selected is in no address until it is compared. */
export function useComparing(
  text: string | undefined,
  points: readonly RecoveryPoint[] | undefined,
  goTo: GoToPart,
): Comparing {
  const chosen = readCompare(text, points ?? []);
  const [own, setOwn] = useState<readonly string[] | null>(null);
  const shown = [chosen?.one, chosen?.other].flatMap((one) => one?.name ?? []);
  const selected = own ?? shown;
  const compare = () => {
    setOwn(null);
    const names = selected.length === 1 ? [...selected, NOW] : selected;
    goTo(COMPARISON_ID, { compare: compareText(names) });
  };
  const isFull = selected.length >= MOST;
  return {
    chosen,
    isIgnored: points !== undefined && (text ?? '') !== '' && chosen === null,
    selected,
    isFull,
    toggle: (recoveryPointId) => {
      if (selected.includes(recoveryPointId)) {
        setOwn(selected.filter((one) => one !== recoveryPointId));
      } else if (selected.length < MOST) setOwn([...selected, recoveryPointId]);
    },
    select: (recoveryPointId) => {
      if (!selected.includes(recoveryPointId)) setOwn([...selected.slice(0, -1), recoveryPointId]);
    },
    clear: () => setOwn([]),
    compare,
    start: () => {
      if (isFull) compare();
      else focusField(POINTS_ID);
    },
    close: () => {
      setOwn([]);
      goTo(POINTS_ID, { compare: undefined });
    },
  };
}

/** What stands in an address for the machine of today. */
const NOW = 'now';

/** What an address asks to compare: a point, and another one or the machine of today (null). */
export interface ComparedPoints {
  readonly one: RecoveryPoint;
  readonly other: RecoveryPoint | null;
}

/**
 * Reads `name,name` or `name,now`. Null: it is none of these, or names what is not among the points.
 * The older comes first.
 */
export function readCompare(
  text: string | undefined,
  points: readonly RecoveryPoint[],
): ComparedPoints | null {
  const words = (text ?? '').split(',');
  if (words.length !== 2 || words[0] === words[1]) return null;
  const names = words.filter((word) => word !== NOW);
  const found = names.flatMap((name) => points.find((point) => point.name === name) ?? []);
  if (found.length < names.length) return null;
  const [one, other = null] = found.toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0));
  return one === undefined ? null : { one, other };
}

/** The same as the address holds it. */
export function compareText(names: readonly string[]): string {
  return names.join(',');
}
