import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import { submission } from '#src/strings/submission.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    marginTop: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  column: { padding: tokens.spacingHorizontalL },
  // As high with a link to its step as without, so that the lists begin on one line.
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '24px',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** What a restore makes, changes, leaves alone and loses, in sentences. */
export interface Outcome {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly untouched: readonly string[];
  readonly lost: readonly string[];
}

export interface OutcomeColumnsProps {
  /** The restore in one sentence. */
  readonly sentence: string;
  readonly outcome: Outcome;
  /** The steps that decide what is created and what is lost. */
  readonly steps: { readonly created: string; readonly lost: string };
  readonly goTo: GoTo;
  /** Below the sentence. */
  readonly children?: ReactNode;
}

const KINDS = ['created', 'changed', 'untouched', 'lost'] as const;

/** What a restore comes to, in four columns. */
export function OutcomeColumns(props: OutcomeColumnsProps) {
  const { sentence, outcome, steps, goTo, children } = props;
  const styles = useStyles();
  const shared = useCommonStyles();
  const stepOf: Partial<Record<keyof Outcome, string>> = steps;
  return (
    <section>
      <SectionHeading level={3}>{sentence}</SectionHeading>
      {children}
      <div className={styles.columns}>
        {KINDS.map((kind) => {
          const title = submission[kind];
          const step = stepOf[kind];
          return (
            <div key={kind} className={styles.column}>
              <div className={styles.head}>
                <h4 className={styles.title}>{title}</h4>
                {step !== undefined && (
                  <LinkButton
                    aria-label={`${submission.edit}: ${title}`}
                    onClick={() => goTo(step)}
                  >
                    {submission.edit}
                  </LinkButton>
                )}
              </div>
              <ul className={shared.bullets} aria-label={title}>
                {outcome[kind].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}
