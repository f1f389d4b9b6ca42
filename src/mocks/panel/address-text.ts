import type { AddressProblem } from '#src/mocks/address.ts';
import { simulation } from '#src/strings/simulation.ts';

const strings = simulation.banner.notUnderstood;

/** As much of a name as a line has room for. */
const LONGEST = 60;

/** A sentence for each part of an address that means nothing; none twice. */
export function problemTexts(problems: readonly AddressProblem[]): readonly string[] {
  const texts = problems.map(({ parameter, text }) => strings[parameter](shortened(text)));
  return [...new Set(texts)];
}

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
