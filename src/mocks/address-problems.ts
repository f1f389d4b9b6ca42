import type { AddressProblem } from '#src/mocks/address.ts';

/** What the address of this page, or what was stored, said to the simulated Azure that means nothing. */
let noted: readonly AddressProblem[] = [];

/** Notes them for the line about the simulation, which is drawn later; an empty list forgets. */
export function noteProblems(problems: readonly AddressProblem[]): void {
  noted = problems;
}

/** What was noted last. */
export function notedProblems(): readonly AddressProblem[] {
  return noted;
}
