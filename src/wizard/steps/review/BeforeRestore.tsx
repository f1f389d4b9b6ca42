import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { preflight as words } from '#src/strings/preflight.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import type { Preflight } from '#src/wizard/draft/preflight-reads.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { type Line, linesOf } from '#src/wizard/preflight/lines.ts';
import { sumOf } from '#src/wizard/preflight/sum.ts';
import { CheckLine } from '#src/wizard/steps/review/CheckLine.tsx';
import { CheckSum } from '#src/wizard/steps/review/CheckSum.tsx';
import { ValidationButton } from '#src/wizard/steps/review/ValidationButton.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  summary: { paddingBlock: tokens.spacingVerticalXS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface BeforeRestoreProps {
  readonly view: DraftView;
  readonly preflight: Preflight;
  readonly goTo: GoTo;
}

/**
 * What was looked at before Restore is pressed: what was found, when, and what can be done. What passed
 * is folded away, so that the rest stands first.
 */
export function BeforeRestore({ view, preflight, goTo }: BeforeRestoreProps) {
  const styles = useStyles();
  const headingId = useId();
  const lines = linesOf({ ...preflight, view });
  const passed = lines.filter(({ state }) => state === 'passed');
  const open = lines.filter(({ state }) => state !== 'passed');
  const drawn = (line: Line) => (
    <CheckLine key={line.id} line={line} view={view} goTo={goTo} headingId={headingId}>
      {line.id === 'azure' && <ValidationButton validation={preflight.validation} />}
    </CheckLine>
  );
  return (
    <section aria-label={words.title}>
      <div className={styles.head}>
        <SectionHeading level={3} id={headingId}>
          {words.title}
        </SectionHeading>
        <Button size="small" onClick={preflight.readAgain}>
          {words.checkAgain}
        </Button>
      </div>
      <CheckSum sum={sumOf(lines)} />
      {open.length > 0 && (
        <ul className={styles.list} aria-label={words.list}>
          {open.map(drawn)}
        </ul>
      )}
      {passed.length > 0 && (
        <details>
          <summary className={styles.summary}>{words.passed(passed.length)}</summary>
          <ul className={styles.list} aria-label={words.passedList}>
            {passed.map(drawn)}
          </ul>
        </details>
      )}
    </section>
  );
}
