import type { ReactNode } from 'react';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import { submission } from '#src/strings/submission.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { useNow } from '#src/ui/use-now.ts';
import type { Attempt } from '#src/wizard/draft/submission.ts';

const words = submission.sentFacts;

/** What was sent, in words; empty texts while what it is made of is being read. */
export interface SentPlan {
  /** The restore in one sentence. */
  readonly sentence: string;
  /** Where it goes. */
  readonly target: string;
}

export interface SentFactsProps {
  readonly plan: SentPlan | null;
  readonly attempt: Attempt;
}

/** What stays in view from the press to the job: the plan, where it goes, its request, and how long it takes. */
export function SentFacts({ plan, attempt }: SentFactsProps) {
  const planned: [string, string][] =
    plan === null
      ? []
      : [
          [words.plan, plan.sentence],
          [words.target, plan.target],
        ];
  const facts: [string, ReactNode][] = [
    ...planned,
    [words.pressed, dateTimeText(instant(attempt.sentAt))],
    [words.elapsed, <Elapsed key="elapsed" since={instant(attempt.sentAt)} />],
  ];
  return (
    <section aria-label={words.title}>
      <KeyFacts facts={facts} />
      <CopyText label={words.request} text={attempt.clientRequestId} />
    </section>
  );
}

const EVERY_MS = 1000;

/** It changes every second, and is not read out. */
function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{durationText(Math.max(0, useNow(EVERY_MS) - since))}</span>;
}
