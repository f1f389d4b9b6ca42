import { sayOf } from '#src/strings/rule-source.ts';
import { type ReactNode, useId } from 'react';
import { checks } from '#src/strings/checks.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { common } from '#src/strings/common.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { NotLookedAt } from '#src/ui/NotLookedAt.tsx';
import { Status } from '#src/ui/Status.tsx';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import {
  COMMVAULT_NOT_LOOKED_AT,
  effectsOf,
  isDeleting,
} from '#src/datasources/commvault-vm/plan.ts';
import type { TargetCheckResult } from '#src/datasources/commvault-vm/request/same-target.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { waitingRules } from '#src/wizard/explain/unknown.ts';
import { CHECK_TONES } from '#src/wizard/review/check.ts';
import { CheckRow } from '#src/wizard/review/CheckRow.tsx';
import { CheckList, CheckSection } from '#src/wizard/review/CheckSection.tsx';
import { Remedies } from '#src/wizard/review/Remedies.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const words = flow.review;

/** What the restore does; in place first of all that the VM is deleted. */
export function Effects({ view }: { readonly view: CommvaultView }) {
  const [first, ...others] = effectsOf(view);
  return (
    <section aria-label={words.happens}>
      <SectionHeading level={3}>{words.happens}</SectionHeading>
      {isDeleting(view) ? <Status tone="warning">{first}</Status> : <div>{first}</div>}
      {others.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </section>
  );
}

/** What document 003 leaves to do after the restore. */
export function NextSteps({ view: { settled } }: { readonly view: CommvaultView }) {
  const rules = settled.verdicts.flatMap(({ rule, state }) =>
    rule.kind === 'checklist' && state === 'speaks' ? [rule] : [],
  );
  if (rules.length === 0) return null;
  return (
    <section aria-label={words.afterwards}>
      <SectionHeading level={3}>{words.afterwards}</SectionHeading>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>{sayOf(rule)}</li>
        ))}
      </ul>
    </section>
  );
}

export interface TargetCheckProps extends Pick<PanelProps<CommvaultView>, 'view' | 'goTo'> {
  readonly check: TargetCheckResult;
  /** The box by which a warning is read. */
  readonly warnings: ReactNode;
  readonly readAgain: () => void;
}

/** Whether a restore to the same target is in progress already, with the way to its job. */
export function TargetCheck({ view, goTo, check, warnings, readAgain }: TargetCheckProps) {
  const headingId = useId();
  const { state, found, readAt, remedies = [] } = check;
  return (
    <CheckSection title={checks.title} headingId={headingId} onCheckAgain={readAgain}>
      <NotLookedAt names={COMMVAULT_NOT_LOOKED_AT} />
      <CheckList label={checks.list}>
        <CheckRow
          tone={CHECK_TONES[state]}
          word={checks.state[state]}
          name={checks.target.name}
          beside={<span>{found}</span>}
          at={readAt}
        >
          <Remedies
            steps={view.model.steps}
            moveFocus={() => void focusField(headingId)}
            {...{ remedies, goTo }}
          />
        </CheckRow>
      </CheckList>
      {warnings}
    </CheckSection>
  );
}

export interface UncheckedRulesProps extends Pick<PanelProps<CommvaultView>, 'view' | 'goTo'> {
  readonly verdicts: readonly NotChecked[];
}

/** What could refuse the restore and lacks a fact, with the way to it. */
export function UncheckedRules({ view, goTo, verdicts }: UncheckedRulesProps) {
  const waiting = waitingRules(verdicts, view, goTo);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={common.notChecked}>
      <SectionHeading level={3}>{common.notChecked}</SectionHeading>
      {waiting.map(({ unknown, rules }) => (
        <div key={unknown.why}>
          <Status tone="unknown">
            <UnknownFact unknown={unknown} />
          </Status>
          <ul>
            {rules.map((rule) => (
              <li key={rule.id}>{sayOf(rule)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
