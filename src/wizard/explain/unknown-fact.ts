import type { FactName } from '#src/rules/facts.ts';
import type { Rule } from '#src/rules/rule.ts';
import { common } from '#src/strings/common.ts';
import { notKnown } from '#src/strings/not-known.ts';
import { submission } from '#src/strings/submission.ts';
import type { Unknown } from '#src/ui/unknown.ts';
import { factTextIn } from '#src/wizard/explain/model.ts';
import type { NotChecked } from '#src/wizard/explain/findings.ts';
import { placeOf, stepWith, titleOf } from '#src/wizard/steps/task-steps.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { troubleText } from '#src/wizard/reads/trouble-text.ts';
import { type FactGround, type WhyUnknown, whyUnknown } from '#src/wizard/explain/why-unknown.ts';
import type { optionVerdicts } from '#src/rules/options.ts';
import type { Unchecked } from '#src/ui/fields/option.ts';

/** A fact that is not known, in words, with the way to it: read again, answer, or choose. */
export function unknownFact<Reads>(fact: FactName, ground: FactGround<Reads>, goTo: GoTo): Unknown {
  const why = whyUnknown(fact, ground);
  return {
    fact: factTextIn(ground.model, fact, undefined),
    why: whyText(why, ground),
    way: wayOf(why, ground, goTo),
  };
}

type Unread = Extract<WhyUnknown, { kind: 'forbidden' | 'failed' }>;

/** Rules that wait for the same unknown fact, listed below its explanation. */
export interface Waiting {
  readonly unknown: Unknown;
  readonly rules: readonly Rule[];
}

/** Verdicts that lack a fact, gathered by why it is not known: what helps one helps them all. */
export function waitingRules<Reads>(
  verdicts: readonly NotChecked[],
  ground: FactGround<Reads>,
  goTo: GoTo,
): Waiting[] {
  const found = verdicts.map(({ rule, fact }) => ({
    rule,
    unknown: unknownFact(fact, ground, goTo),
  }));
  return [...new Set(found.map(({ unknown }) => unknown.why))].flatMap((why) => {
    const same = found.filter(({ unknown }) => unknown.why === why);
    const facts = [...new Set(same.map(({ unknown }) => unknown.fact))];
    return same.slice(0, 1).map(({ unknown }) => ({
      unknown: { ...unknown, fact: facts.join('. ') },
      rules: same.map(({ rule }) => rule),
    }));
  });
}

/** A fact that is not known and why, in one line of an explanation. */
export function unknownLine<Reads>(fact: FactName, ground: FactGround<Reads>): string {
  const about = factTextIn(ground.model, fact, undefined);
  return `${about}. ${whyText(whyUnknown(fact, ground), ground)}`;
}

/** The way to ask Azure once more for a fact that it did not give; null where that is not what it lacks. */
export function againOf<Reads>(fact: FactName, ground: FactGround<Reads>): Unknown['way'] {
  const why = whyUnknown(fact, ground);
  return why.kind === 'forbidden' || why.kind === 'failed' ? againWay(why, ground) : null;
}

function againWay<Reads>({ read, trouble }: Unread, { model }: FactGround<Reads>): Unknown['way'] {
  const go = trouble?.readAgain ?? null;
  return go === null ? null : { label: notKnown.readAgain(model.readName(read)), go };
}

function whyText<Reads>(why: WhyUnknown, { model }: FactGround<Reads>): string {
  switch (why.kind) {
    case 'forbidden':
    case 'failed':
      return troubleText({ state: why.kind, trouble: why.trouble }, model.readName(why.read));
    case 'loading':
      return common.reading(model.readName(why.read));
    case 'cut':
      return notKnown.cut(model.readName(why.read));
    case 'nobody':
      return notKnown.nobody[why.because];
    case 'notChosen':
    case 'notReported':
    case 'notReadHere':
    case 'question':
      return notKnown[why.kind];
  }
}

function wayOf<Reads>(why: WhyUnknown, ground: FactGround<Reads>, goTo: GoTo): Unknown['way'] {
  switch (why.kind) {
    case 'forbidden':
    case 'failed':
      return againWay(why, ground);
    case 'question':
      return {
        label: notKnown.answer,
        go: () => goTo(stepWith(ground.model.steps, why.question) ?? '', why.question),
      };
    case 'notChosen': {
      const { steps } = ground.model;
      const place = placeOf(steps, why);
      return place === null
        ? null
        : {
            label: submission.goTo(titleOf(steps, place.step)),
            go: () => goTo(place.step, place.field),
          };
    }
    case 'loading':
    case 'cut':
    case 'nobody':
    case 'notReported':
    case 'notReadHere':
      return null;
  }
}

/** The first fact that a block lacks, why it isn't known, and the command that reads it again. */
export function uncheckedBy<Reads>(
  verdicts: ReturnType<typeof optionVerdicts>,
  ground: FactGround<Reads>,
): Unchecked | undefined {
  const open = verdicts.find(
    (verdict) => verdict.state === 'not checked' && !comesByItself(verdict.fact, ground),
  );
  if (open?.state !== 'not checked') return undefined;
  return {
    short: `${common.notChecked}. ${unknownLine(open.fact, ground)}`,
    again: againOf(open.fact, ground),
  };
}

/** A read that is loading, or waits for a selection, needs no note. */
function comesByItself<Reads>(fact: FactName, ground: FactGround<Reads>): boolean {
  return ['loading', 'notChosen', 'question'].includes(whyUnknown(fact, ground).kind);
}
