import type { Fault } from '#src/mocks/faults/fault.ts';
import type { ActiveFault } from '#src/mocks/world/fold.ts';

/** A fault as a switch: whether it is on, and how often it has spoken. */
export interface FaultRow {
  readonly fault: Fault;
  readonly state: 'on' | 'used-up' | 'off';
  readonly used: number;
}

/** Merges faults of both lists by id; the later one counts. Returns the same list when nothing is new. */
export function joined(known: readonly Fault[], more: readonly Fault[]): readonly Fault[] {
  const byId = new Map(known.map((fault) => [fault.id, fault]));
  for (const fault of more) byId.set(fault.id, fault);
  const all = [...byId.values()];
  const isSame = all.length === known.length && all.every((fault, index) => fault === known[index]);
  return isSame ? known : all;
}

/** A row for each fault. Of two that are on under one id, the one that will still speak counts. */
export function faultRows(
  faults: readonly Fault[],
  active: readonly ActiveFault[],
): readonly FaultRow[] {
  return faults.map((fault) => {
    const found = active.filter((one) => one.fault.id === fault.id);
    const on = found.find((one) => one.fault.times === null || one.used < one.fault.times);
    const shown = on ?? found.at(-1);
    if (shown === undefined) return { fault, state: 'off', used: 0 };
    return { ...shown, state: on === undefined ? 'used-up' : 'on' };
  });
}

/** `custom-1`, or the first number that no fault has yet. */
export function freeId(faults: readonly Fault[]): string {
  const taken = new Set(faults.map(({ id }) => id));
  let number = 1;
  while (taken.has(`custom-${number}`)) number += 1;
  return `custom-${number}`;
}
