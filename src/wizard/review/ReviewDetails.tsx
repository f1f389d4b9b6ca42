import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import { review } from '#src/strings/review.ts';
import { submission as words } from '#src/strings/submission.ts';
import { CodeBlock } from '#src/ui/code.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { OutcomeColumns, type PlanLines } from '#src/ui/OutcomeColumns.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import type { RequestPreview } from '#src/wizard/submit/submit.ts';

/** What is looked up at Review, each in its tab: loaded when it is opened. */

export interface SelectionsProps {
  /** What the restore makes, changes, leaves alone and loses; left out: the facts say all. */
  readonly outcome?: PlanLines;
  readonly parts: readonly {
    readonly title: string;
    readonly facts: readonly (readonly [term: string, value: string])[];
  }[];
  readonly goTo: GoTo;
  /** Between the two. */
  readonly children?: ReactNode;
}

const useSelectionStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
  },
});

/** Everything once more in words: what comes of it, with the ways to the steps that decide it, and what was chosen. */
export function Selections({ outcome, parts, goTo, children }: SelectionsProps) {
  const styles = useSelectionStyles();
  const edit = (title: string, step: string) => (
    <LinkButton aria-label={`${words.edit}: ${title}`} onClick={() => goTo(step)}>
      {words.edit}
    </LinkButton>
  );
  const [first] = parts;
  const isOne = parts.length === 1;
  return (
    <div className={styles.root}>
      {outcome && (
        <section aria-label={review.happens}>
          <OutcomeColumns
            outcome={outcome}
            heads={words}
            beside={{
              created: edit(words.created, 'configuration'),
              lost: edit(words.lost, 'restore-point'),
            }}
          />
        </section>
      )}
      {children}
      {isOne && first ? (
        <section aria-label={first.title}>
          <KeyFacts facts={first.facts} />
        </section>
      ) : (
        <div className={styles.columns}>
          {parts.map(({ title, facts }) => (
            <section key={title} aria-label={title}>
              <SectionHeading level={3}>{title}</SectionHeading>
              <KeyFacts facts={facts} />
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

const useRequestStyles = makeStyles({
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface RequestViewProps {
  readonly preview: RequestPreview | 'reading' | null;
  /** The resource group that is made first where it isn't there; null: the restore goes into one that is. */
  readonly newGroup?: string | null;
  /** What is below the request; left out: that of a restore. */
  readonly note?: string;
}

/** The request as it will be sent, word for word. */
export function RequestView(props: RequestViewProps) {
  const { preview, newGroup = null, note = words.requestNote } = props;
  const styles = useRequestStyles();
  return (
    <section aria-label={words.request}>
      {preview === null || preview === 'reading' ? (
        <span className={styles.note}>
          {preview === null ? words.requestMissing : words.requestReading}
        </span>
      ) : (
        <>
          {newGroup !== null && <span className={styles.note}>{words.groupNote(newGroup)}</span>}
          {preview.before.length > 0 && (
            <>
              <span className={styles.note}>{words.rightNote}</span>
              <CodeBlock label={words.rightNote} text={preview.before.join('\n')} />
            </>
          )}
          <CodeBlock
            label={words.request}
            text={`${preview.method} ${preview.url}\n\n${preview.body}`}
          />
          <span className={styles.note}>{note}</span>
        </>
      )}
    </section>
  );
}
