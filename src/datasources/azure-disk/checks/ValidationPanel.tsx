import { listText } from '#src/lib/wording.ts';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { durationText, timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import type { ValidationProblem } from '#src/model/problem.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import { DISK_NOT_LOOKED_AT } from '#src/datasources/azure-disk/checks/check.ts';
import { ToCheck } from '#src/datasources/azure-disk/checks/DiskChecks.tsx';
import { placeOfProblem } from '#src/datasources/azure-disk/checks/problem-place.ts';
import type { DiskValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { Name } from '#src/ui/Name.tsx';
import { NotLookedAt } from '#src/ui/NotLookedAt.tsx';

const words = diskChecks.validation;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

const TONES: Readonly<Record<DiskValidation['state'], Tone>> = {
  none: 'waiting',
  running: 'running',
  succeeded: 'done',
  failed: 'failed',
  stale: 'warning',
  lost: 'unknown',
  overtaken: 'warning',
};

export interface ValidationPanelProps {
  readonly validation: DiskValidation;
  readonly goTo: GoTo;
}

/** Azure's validation of the restore: its status, what it found, and where that is put right. */
export function ValidationPanel({ validation, goTo }: ValidationPanelProps) {
  const styles = useStyles();
  const { state, since, problems, trouble, overtakenBy, dueAt, canStart, start, cancel } =
    validation;
  const isRunning = state === 'running';
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={3}>{words.title}</SectionHeading>
      <div role="status">
        <Status tone={TONES[state]}>{stateText(validation)}</Status>
      </div>
      <NotLookedAt names={DISK_NOT_LOOKED_AT} />
      {trouble !== null && (
        <>
          <span>
            <Name>{trouble.message}</Name>
          </span>
          {trouble.requestId !== null && (
            <CopyText label={common.requestId} text={trouble.requestId} />
          )}
        </>
      )}
      <ValidationProblems problems={problems} goTo={goTo} />
      {overtakenBy.map(({ id }) => (
        <ToCheck key={id} id={id} />
      ))}
      {dueAt !== null && !isRunning && state !== 'succeeded' && (
        <span>{words.due(timeText(dueAt))}</span>
      )}
      <div className={styles.row}>
        {/* One button, so that the focus stays where it is. */}
        <Button size="small" disabledFocusable={!canStart} onClick={isRunning ? cancel : start}>
          {isRunning ? words.stop : state === 'none' ? words.start : words.again}
        </Button>
        {!canStart && <span>{words.waits}</span>}
        {isRunning && since !== null && <Elapsed since={since} />}
      </div>
    </section>
  );
}

function stateText(validation: DiskValidation): string {
  const { state, since, isAccepted } = validation;
  if (state === 'running' && !isAccepted) return words.asking;
  if (state === 'overtaken') return overtakenText(validation);
  if (state !== 'succeeded' && state !== 'failed') return words.state[state];
  return since === null ? words.refused : words.state[state](timeText(since));
}

/** What fails comes before what was given since: it is what has to be done. */
function overtakenText({ since, overtakenBy }: DiskValidation): string {
  const missing = overtakenBy.filter(({ state }) => state === 'failed');
  const named = missing.length > 0 ? missing : overtakenBy;
  const names = listText(named.map(({ id }) => diskChecks.prerequisites.name[id]));
  const at = since === null ? common.notReported : timeText(since);
  return words.overtaken[missing.length > 0 ? 'missing' : 'given'](at, names);
}

const EVERY_MS = 1000;

function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{words.goingOn(durationText(Math.max(0, useNow(EVERY_MS) - since)))}</span>;
}

interface ValidationProblemsProps {
  readonly problems: readonly ValidationProblem[];
  readonly goTo: GoTo;
}

/** What Azure found, in its own words, each with a link to where it is put right. */
function ValidationProblems({ problems, goTo }: ValidationProblemsProps) {
  const styles = useStyles();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words.problems}>
      {problems.map((problem) => (
        <li key={problem.code + problem.message} className={styles.item}>
          <Status tone="failed">{problem.message}</Status>
          {problem.recommendations.map((advice) => (
            <span key={advice}>{advice}</span>
          ))}
          <PlaceLink problem={problem} goTo={goTo} />
          {problem.code !== '' && <CopyText label={words.code} text={problem.code} />}
        </li>
      ))}
    </ul>
  );
}

interface PlaceLinkProps {
  readonly problem: ValidationProblem;
  readonly goTo: GoTo;
}

function PlaceLink({ problem, goTo }: PlaceLinkProps) {
  const place = placeOfProblem(problem);
  if (place === null) return null;
  if (place.kind === 'field') {
    return (
      <LinkButton onClick={() => goTo(place.step, place.field)}>
        {words.goTo[place.field]}
      </LinkButton>
    );
  }
  return <ToCheck id={place.id} />;
}
