import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';
import { SectionHeading } from '#src/ui/page.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    alignSelf: 'stretch',
    marginTop: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  column: { padding: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  // As high with a link to its step as without, so that the lists are on one line.
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '24px',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

const KINDS = ['created', 'changed', 'untouched', 'lost'] as const;
type Kind = (typeof KINDS)[number];

/** What something makes, changes, leaves alone and loses, in sentences. */
export type PlanLines = Readonly<Record<Kind, readonly string[]>>;

export interface OutcomeColumnsProps {
  /** All of it in one sentence; left out: it stands elsewhere. */
  readonly sentence?: string;
  readonly outcome: PlanLines;
  readonly heads: Readonly<Record<Kind, string>>;
  /** Beside a column's heading. */
  readonly beside?: Partial<Record<Kind, ReactNode>>;
  /** Below the sentence. */
  readonly children?: ReactNode;
}

/** What something comes to, in four columns. */
export function OutcomeColumns(props: OutcomeColumnsProps) {
  const { sentence, outcome, heads, beside, children } = props;
  const styles = useStyles();
  const shared = useCommonStyles();
  return (
    <>
      {sentence !== undefined && <SectionHeading level={3}>{sentence}</SectionHeading>}
      {children}
      <div className={styles.columns}>
        {KINDS.map((kind) => (
          <div key={kind} className={styles.column}>
            <div className={styles.head}>
              <h4 className={styles.title}>{heads[kind]}</h4>
              {beside?.[kind]}
            </div>
            <ul className={shared.bullets} aria-label={heads[kind]}>
              {outcome[kind].map((line) => (
                <li key={line}>
                  <Name>{line}</Name>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}
