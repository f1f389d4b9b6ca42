import type { FactName } from '#src/rules/facts.ts';
import type { optionVerdicts } from '#src/rules/options.ts';
import { common } from '#src/strings/common.ts';
import type { Unchecked } from '#src/ui/fields/option.ts';
import { againOf, unknownLine } from '#src/wizard/draft/unknown-fact.ts';
import { type Asked, whyUnknown } from '#src/wizard/draft/why-unknown.ts';

/** The first fact that a block lacks, why nobody knows it, and the way to ask for it again. */
export function uncheckedBy(
  verdicts: ReturnType<typeof optionVerdicts>,
  asked: Asked,
): Unchecked | undefined {
  const open = verdicts.find(
    (verdict) => verdict.state === 'not checked' && !comesByItself(verdict.fact, asked),
  );
  if (open?.state !== 'not checked') return undefined;
  return {
    short: `${common.notChecked}. ${unknownLine(open.fact, asked)}`,
    again: againOf(open.fact, asked),
  };
}

/** What is on its way, or is asked once something is chosen, is no trouble to tell of beforehand. */
function comesByItself(fact: FactName, asked: Asked): boolean {
  return ['loading', 'notChosen', 'question'].includes(whyUnknown(fact, asked).kind);
}
