import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import {
  type Line,
  type Sum,
  sumOf,
  vmNotLookedAt,
} from '#src/datasources/azure-vm/checks/lines.ts';
import type { ReviewProps, ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { preflight as words } from '#src/strings/preflight.ts';
import { Spoken } from '#src/ui/Spoken.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { useNow } from '#src/ui/use-now.ts';
import type { Validation } from '#src/datasources/azure-vm/checks/preflight.ts';
import { NotLookedAt } from '#src/ui/NotLookedAt.tsx';
import { CheckList, CheckSection } from '#src/wizard/review/CheckSection.tsx';
import { CheckLine } from '#src/datasources/azure-vm/steps/review/CheckLine.tsx';

const useStyles = makeStyles({
  summary: { paddingBlock: tokens.spacingVerticalXS },
  button: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});

export interface BeforeRestoreProps
  extends ViewProps, Pick<ReviewProps, 'preflight' | 'warnings'> {}

/**
 * What was looked at before Restore is pressed: what was found, when, and what can be done. What passed
 * is folded away, so that the rest stands first.
 */
export function BeforeRestore({ view, preflight, warnings, goTo }: BeforeRestoreProps) {
  const styles = useStyles();
  const headingId = useId();
  const { lines } = preflight;
  const passed = lines.filter(({ state }) => state === 'passed');
  const open = lines.filter(({ state }) => state !== 'passed');
  const drawn = (line: Line) => (
    <CheckLine key={line.id} line={line} view={view} goTo={goTo} headingId={headingId}>
      {line.id === 'azure' && <ValidationButton validation={preflight.validation} />}
    </CheckLine>
  );
  return (
    <CheckSection title={words.title} headingId={headingId} onCheckAgain={preflight.readAgain}>
      <CheckSum sum={sumOf(lines)} />
      <NotLookedAt names={vmNotLookedAt(view.shown)} />
      {open.length > 0 && <CheckList label={words.list}>{open.map(drawn)}</CheckList>}
      {passed.length > 0 && (
        <details>
          <summary className={styles.summary}>{words.passed(passed.length)}</summary>
          <CheckList label={words.passedList}>{passed.map(drawn)}</CheckList>
        </details>
      )}
      {warnings}
    </CheckSection>
  );
}

const TONES: Readonly<Record<Sum['verdict'], Tone>> = {
  checking: 'running',
  ready: 'done',
  readyWithWarnings: 'warning',
  toDo: 'waiting',
  notPossible: 'failed',
};

/** The result of the whole list; screen readers announce it once it is final. */
function CheckSum({ sum }: { readonly sum: Sum }) {
  const { counts } = words;
  const parts = [
    ...(sum.failed > 0 ? [counts.failed(sum.failed)] : []),
    ...(sum.toDo > 0 ? [counts.toDo(sum.toDo)] : []),
    ...(sum.warned > 0 ? [counts.warned(sum.warned)] : []),
    ...(sum.notChecked > 0 ? [counts.notChecked(sum.notChecked)] : []),
  ];
  const text = words.sum(words.verdict[sum.verdict], parts);
  return (
    <div>
      <Status tone={TONES[sum.verdict]}>{text}</Status>
      <Spoken text={text} />
    </div>
  );
}

const azureWords = words.azure;

/** Asks Azure, or stops waiting for it: one button, so that the focus stays where it is. */
function ValidationButton({ validation }: { readonly validation: Validation }) {
  const styles = useStyles();
  const { stage, isStale, waitsFor, start, stop } = validation;
  if (waitsFor !== null) return null;
  const isRunning = stage.kind === 'running' && !isStale;
  const isFirst = stage.kind === 'idle';
  return (
    <div className={styles.button}>
      <Button size="small" onClick={isRunning ? stop : start}>
        {isRunning ? azureWords.stop : isFirst ? azureWords.start : azureWords.again}
      </Button>
      {isRunning && <Elapsed since={stage.since} />}
    </div>
  );
}

const EVERY_MS = 1000;

function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{azureWords.goingOn(durationText(useNow(EVERY_MS) - since))}</span>;
}
