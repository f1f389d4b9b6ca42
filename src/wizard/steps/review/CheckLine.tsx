import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { preflight as words } from '#src/strings/preflight.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import type { Tone } from '#src/ui/Status.tsx';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { waitingRules } from '#src/wizard/draft/unknown-fact.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import type { CheckState } from '#src/wizard/preflight/check.ts';
import type { Line } from '#src/wizard/preflight/lines.ts';
import { Finding } from '#src/wizard/steps/review/Finding.tsx';
import { FindingRow } from '#src/wizard/steps/review/FindingRow.tsx';
import { keepingFocus } from '#src/wizard/steps/review/keeping-focus.ts';
import { RemedyView } from '#src/wizard/steps/review/RemedyView.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold },
});

const TONES: Readonly<Record<CheckState, Tone>> = {
  passed: 'done',
  checking: 'running',
  notChecked: 'unknown',
  warned: 'warning',
  failed: 'failed',
};

export interface CheckLineProps {
  readonly line: Line;
  readonly view: DraftView;
  readonly goTo: GoTo;
  /** The id of the heading above, which takes the focus when what was pressed goes away. */
  readonly headingId: string;
  readonly children: ReactNode;
}

/** One line: how it stands, what was looked at and when, what was found, and what can be done. */
export function CheckLine({ line, view, goTo, headingId, children }: CheckLineProps) {
  const styles = useStyles();
  const toHeading = (): void => void focusField(headingId);
  return (
    <FindingRow tone={TONES[line.state]} word={words.state[line.state]}>
      <div className={styles.root}>
        <div className={styles.head}>
          <span className={styles.name}>{words.check[line.id]}</span>
          {line.found !== '' && <span>{line.found}</span>}
          <ReadAgo at={line.at} />
        </div>
        {line.rules.map((rule) => (
          <Finding
            key={rule.id}
            rule={rule}
            isRefused={rule.kind === 'block'}
            {...{ view, headingId, goTo }}
          />
        ))}
        {waitingRules(line.unknown, view, goTo).map(({ unknown }) => (
          <UnknownFact key={unknown.why} unknown={keepingFocus(unknown, headingId)} />
        ))}
        {line.remedies.map((remedy) => (
          <RemedyView key={keyOf(remedy)} remedy={remedy} goTo={goTo} toHeading={toHeading} />
        ))}
        {children}
      </div>
    </FindingRow>
  );
}

function keyOf(remedy: Line['remedies'][number]): string {
  switch (remedy.kind) {
    case 'field':
      return remedy.field;
    case 'job':
      return remedy.id;
    case 'command':
      return remedy.text;
    case 'again':
      return remedy.what;
  }
}
