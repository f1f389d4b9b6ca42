import { makeStyles, tokens } from '@fluentui/react-components';
import type { Settled } from '#src/rules/settle.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { findingsOf } from '#src/wizard/draft/review.ts';
import { explain } from '#src/wizard/draft/rule-words.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { StepButton } from '#src/wizard/StepButton.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = wizard.plan;

const useStyles = makeStyles({
  root: {
    width: '368px',
    flexShrink: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    boxSizing: 'border-box',
    '@media (max-width: 1023px)': { width: '100%', borderLeft: 'none' },
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalM,
  },
  live: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  part: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
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

export interface PlanPanelProps {
  /** The restore in one sentence, as far as it is chosen. */
  readonly sentence: string;
  /** What will not come back, in sentences. */
  readonly lost: readonly string[];
  readonly settled: Settled;
  readonly goTo: GoTo;
}

/** What will happen, in words, as it is chosen. An empty part is left out. */
export function PlanPanel({ sentence, lost, settled, goTo }: PlanPanelProps) {
  const styles = useStyles();
  const { refused, warned } = findingsOf(settled);
  const toSettle = refused.flatMap(({ rule }) => {
    const place = placeOf(rule);
    return place === null ? [] : [{ rule, ...place }];
  });
  return (
    <aside className={styles.root} aria-label={words.title}>
      <div className={styles.head}>
        <SectionHeading level={2}>{words.title}</SectionHeading>
        <span className={styles.live}>{words.live}</span>
      </div>
      <p aria-live="polite">{sentence}</p>
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
                <StepButton onPress={() => goTo(step, field)}>{explain(rule).rule}</StepButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
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
