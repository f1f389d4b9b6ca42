import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Settled } from '#src/rules/settle.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import { findingsOf } from '#src/wizard/draft/review.ts';
import { explain } from '#src/wizard/draft/rule-words.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

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
});

/** What a plan says. */
export interface PlanProps {
  /** The restore in one sentence, as far as it is chosen. */
  readonly sentence: string;
  /** What comes of it and what it costs, for where there is room for one line. */
  readonly line: string;
  /** What will not come back, in sentences. */
  readonly lost: readonly string[];
  readonly settled: Settled;
  readonly goTo: GoTo;
  /** What was chosen and is not used. */
  readonly renderNotUsed?: (goTo: GoTo) => ReactNode;
}

/** What will not come back, what to watch out for, and what is still to settle. An empty part is left out. */
export function PlanParts(props: Omit<PlanProps, 'sentence' | 'line'>) {
  const { lost, settled, goTo, renderNotUsed } = props;
  const styles = useStyles();
  const { refused, warned } = findingsOf(settled);
  const toSettle = refused.flatMap(({ rule }) => {
    const place = placeOf(rule);
    return place === null ? [] : [{ rule, ...place }];
  });
  return (
    <>
      {renderNotUsed?.(goTo)}
      <PlanPart title={words.lost} lines={lost} />
      {warned.length > 0 && (
        <>
          <h3 className={styles.part}>{words.watchOut}</h3>
          <ul className={styles.list}>
            {warned.map(({ rule }) => (
              <li key={rule.id}>
                <Status tone="warning">{explain(rule).rule}</Status>
              </li>
            ))}
          </ul>
        </>
      )}
      {toSettle.length > 0 && (
        <>
          <h3 className={styles.part}>{words.toSettle}</h3>
          <ul className={styles.list}>
            {toSettle.map(({ rule, step, field }) => (
              <li key={rule.id}>
                <LinkButton onClick={() => goTo(step, field)}>{explain(rule).rule}</LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface PlanPartProps {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A heading with sentences; nothing when there are none. */
function PlanPart({ title, lines }: PlanPartProps) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>{title}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
