import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { durationText, timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { validation as words } from '#src/strings/disk-checks.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import type {
  DiskValidation,
  DiskValidationState,
} from '#src/wizard/azure-disks/checks/disk-validation.ts';
import { RefusedChange } from '#src/wizard/azure-disks/checks/RefusedChange.tsx';
import { ValidationFinding } from '#src/wizard/azure-disks/checks/ValidationFinding.tsx';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalS,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

const TONES: Readonly<Record<DiskValidationState, Tone>> = {
  none: 'waiting',
  running: 'running',
  succeeded: 'done',
  failed: 'failed',
  stale: 'unknown',
  lost: 'unknown',
};

export interface ValidationPanelProps {
  readonly validation: DiskValidation;
  readonly goTo: GoTo;
}

/** Azure's own look at the restore: how it stands, what it found, and where that is settled. */
export function ValidationPanel({ validation, goTo }: ValidationPanelProps) {
  const styles = useStyles();
  const { state, since, at, problems, problem, byItselfAt, canStart } = validation;
  const isRunning = state === 'running';
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={3}>{words.title}</SectionHeading>
      <div className={styles.line}>
        <span role="status" className={styles.line}>
          <Status tone={TONES[state]}>{words.state[state]}</Status>
          <span>{saidOf(validation)}</span>
        </span>
        {isRunning && since !== null && <Elapsed since={since} />}
        {at !== null && <span>{words.answered(timeText(at))}</span>}
      </div>
      {problem !== null && <RefusedChange problem={problem} />}
      {problems.length > 0 && (
        <ul className={styles.list} aria-label={words.problems}>
          {problems.map((one) => (
            <ValidationFinding key={`${one.code} ${one.message}`} problem={one} goTo={goTo} />
          ))}
        </ul>
      )}
      {byItselfAt !== null && !isRunning && <span>{words.byItself(timeText(byItselfAt))}</span>}
      <Button
        disabledFocusable={!canStart}
        onClick={isRunning ? validation.cancel : validation.start}
      >
        {isRunning ? words.cancel : since === null ? words.start : words.again}
      </Button>
    </section>
  );
}

function saidOf({ state, problem, wasCancelled }: DiskValidation): string {
  if (wasCancelled) return words.stopped;
  if (state === 'lost' && problem !== null) return words.notRead(problem.message);
  return words.says[state];
}

const EVERY_MS = 1000;

function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{words.goingOn(durationText(useNow(EVERY_MS) - since))}</span>;
}
