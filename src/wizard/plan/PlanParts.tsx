import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Rule } from '#src/rules/rule.ts';
import { coverage } from '#src/strings/coverage.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { Findings } from '#src/wizard/explain/findings.ts';
import type { ViewModel } from '#src/wizard/explain/view.ts';
import type { Place } from '#src/wizard/steps/task-steps.ts';
import type { GoTo } from '#src/datasources/datasource.ts';

const words = wizard.plan;

const useStyles = makeStyles({
  part: {
    margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  last: { marginTop: tokens.spacingVerticalXL },
});

/** What a plan says. */
export interface PlanProps {
  /** The restore in one sentence, as far as it is chosen. */
  readonly sentence: string;
  /** What comes of it and what it costs, for where there is room for one line. */
  readonly line: string;
  /** What will not come back, in sentences. */
  readonly lost: readonly string[];
  readonly findings: Findings;
  /** Where what a rule refuses can be changed; null: nowhere. */
  readonly wayTo: (rule: Rule) => Place | null;
  /** Whether the field of a rule says by itself what the rule does. */
  readonly isShownAtOnce: (rule: Rule) => boolean;
  readonly fieldLabel: ViewModel<never>['fieldLabel'];
  /** The step beside the plan: it says itself what is refused there. */
  readonly step: string;
  readonly goTo: GoTo;
  /** How long it will take, and by what. */
  readonly expected?: ReactNode;
  /** What could refuse the restore and nothing here looks at, by name. */
  readonly notLookedAt?: readonly string[];
  /** What was chosen and is not used. */
  readonly renderNotUsed?: (goTo: GoTo) => ReactNode;
}

/** The duration, data loss, warnings, and what is left to do. An empty part is left out. */
export function PlanParts(props: Omit<PlanProps, 'sentence' | 'line'>) {
  const {
    lost,
    findings,
    wayTo,
    isShownAtOnce,
    fieldLabel,
    step,
    goTo,
    expected,
    notLookedAt = [],
    renderNotUsed,
  } = props;
  const styles = useStyles();
  // What Review itself asks for is left to it.
  const toDo = findings.refused
    .map(({ rule }) => ({ rule, place: wayTo(rule) }))
    .filter(({ rule, place }) => place !== null || rule.kind === 'block');
  return (
    <>
      {expected}
      {renderNotUsed?.(goTo)}
      <PlanPart title={words.lost}>
        {lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </PlanPart>
      <PlanPart title={words.watchOut}>
        {findings.warned.map(({ rule }) => (
          <li key={rule.id}>
            <Status tone="warning">{sayOf(rule)}</Status>
          </li>
        ))}
      </PlanPart>
      <PlanPart title={words.toSettle}>
        {toDo.map(({ rule, place }) => (
          <li key={rule.id}>
            {place === null ? (
              sayOf(rule)
            ) : (
              <LinkButton onClick={() => goTo(place.step, place.field)}>
                {rule.kind === 'block' && place.step === step && isShownAtOnce(rule)
                  ? fieldLabel(place.field)
                  : sayOf(rule)}
              </LinkButton>
            )}
          </li>
        ))}
      </PlanPart>
      {notLookedAt.length > 0 && (
        <details className={styles.last}>
          <summary>{coverage.state}</summary>
          <ul className={styles.list}>
            {notLookedAt.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export interface PlanPartProps {
  readonly title: string;
  readonly children: readonly ReactNode[];
}

/** A heading with a list; nothing when the list is empty. */
export function PlanPart({ title, children }: PlanPartProps) {
  const styles = useStyles();
  if (children.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </>
  );
}
