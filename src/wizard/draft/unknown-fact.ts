import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { FactName } from '#src/rules/facts.ts';
import { common } from '#src/strings/common.ts';
import { factText } from '#src/strings/facts.ts';
import { notKnown } from '#src/strings/not-known.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Unknown } from '#src/ui/unknown.ts';
import type { NotChecked } from '#src/wizard/draft/review.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { troubleText } from '#src/wizard/draft/trouble-text.ts';
import { type Asked, type WhyUnknown, whyUnknown } from '#src/wizard/draft/why-unknown.ts';

/** A fact that is not known, in words, with the way to it: read again, answer, or choose. */
export function unknownFact(fact: FactName, asked: Asked, goTo: GoTo): Unknown {
  const why = whyUnknown(fact, asked);
  return { fact: factText(fact, undefined), why: whyText(why), way: wayOf(why, goTo) };
}

type Unread = Extract<WhyUnknown, { kind: 'forbidden' | 'failed' }>;

/** Rules that wait for the same thing, below what is said of it. */
export interface Waiting {
  readonly unknown: Unknown;
  readonly rules: readonly CatalogueRule[];
}

/** Verdicts that lack a fact, gathered by why it is not known: what helps one helps them all. */
export function waitingRules(verdicts: readonly NotChecked[], asked: Asked, goTo: GoTo): Waiting[] {
  const found = verdicts.map(({ rule, fact }) => ({
    rule,
    unknown: unknownFact(fact, asked, goTo),
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
export function unknownLine(fact: FactName, asked: Asked): string {
  return `${factText(fact, undefined)}. ${whyText(whyUnknown(fact, asked))}`;
}

/** The way to ask Azure once more for a fact that it did not give; null where that is not what it lacks. */
export function againOf(fact: FactName, asked: Asked): Unknown['way'] {
  const why = whyUnknown(fact, asked);
  return why.kind === 'forbidden' || why.kind === 'failed' ? againWay(why) : null;
}

function againWay({ read, trouble }: Unread): Unknown['way'] {
  if (trouble === undefined) return null;
  return { label: notKnown.readAgain(notKnown.reads[read]), go: trouble.readAgain };
}

function whyText(why: WhyUnknown): string {
  switch (why.kind) {
    case 'forbidden':
    case 'failed':
      return troubleText({ state: why.kind, trouble: why.trouble }, notKnown.reads[why.read]);
    case 'loading':
      return common.reading(notKnown.reads[why.read]);
    case 'cut':
      return notKnown.cut(notKnown.reads[why.read]);
    case 'nobody':
      return notKnown.nobody[why.because];
    case 'notChosen':
    case 'notSaid':
    case 'notReadHere':
    case 'question':
      return notKnown[why.kind];
  }
}

function wayOf(why: WhyUnknown, goTo: GoTo): Unknown['way'] {
  switch (why.kind) {
    case 'forbidden':
    case 'failed':
      return againWay(why);
    case 'question':
      return { label: notKnown.answer, go: () => goTo('configuration', why.question) };
    case 'notChosen': {
      const place = placeOf(why);
      return place === null
        ? null
        : {
            label: submission.goTo(wizard.step[place.step]),
            go: () => goTo(place.step, place.field),
          };
    }
    case 'loading':
    case 'cut':
    case 'nobody':
    case 'notSaid':
    case 'notReadHere':
      return null;
  }
}
