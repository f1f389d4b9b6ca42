import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { GrantRole } from '#src/datasources/azure-disk/checks/GrantRole.tsx';
import {
  type DiskCheck,
  type DiskCheckId,
  diskRowId,
} from '#src/datasources/azure-disk/checks/checks.ts';
import {
  type DiskValidation,
  placeOfProblem,
} from '#src/datasources/azure-disk/checks/validation.ts';
import type { DiskView } from '#src/datasources/azure-disk/model.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { durationText, timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { listText } from '#src/lib/wording.ts';
import type { Rule } from '#src/rules/rule.ts';
import type { ValidationProblem } from '#src/model/problem.ts';
import { checks as checkWords } from '#src/strings/checks.ts';
import { common } from '#src/strings/common.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import { focusField } from '#src/ui/dom.ts';
import { useNow } from '#src/ui/hooks.ts';
import { Name } from '#src/ui/text.tsx';
import { FINDINGS_ID } from '#src/wizard/explain/findings.ts';
import { Remedies } from '#src/wizard/review/CheckSection.tsx';
import { CheckRow, CheckTable, type Reading } from '#src/wizard/review/CheckTable.tsx';
import { RuleRows } from '#src/wizard/review/RuleRows.tsx';
import {
  CHECK_PINS,
  CHECK_TONES,
  type CheckState,
  type Remedy,
  type ShownCheck,
} from '#src/wizard/review/check.ts';
import type { PinnedCheck } from '#src/wizard/task.ts';

const words = diskChecks.prerequisites;

interface DiskChecksProps {
  readonly view: DiskView;
  readonly rules: readonly Rule[];
  readonly checks: readonly DiskCheck[];
  readonly validation: DiskValidation;
  readonly reading: Reading;
  readonly goTo: GoTo;
}

/** What refuses the restore of a disk, Azure’s own validation of it, and what the Backup vault needs for it. */
export function DiskChecks({ rules, checks, validation, ...shown }: DiskChecksProps) {
  const { view, goTo } = shown;
  return (
    <CheckTable label={checkWords.list}>
      <RuleRows {...{ rules, view, goTo }} part={targetOf(view)} headingId={FINDINGS_ID} isLong />
      <ValidationRow {...{ view, validation, goTo }} />
      {checks.map((check) => (
        <DiskCheckRow key={check.id} check={check} {...shown} />
      ))}
    </CheckTable>
  );
}

const targetOf = ({ draft }: DiskView): string => draft.choices.rg ?? restoreParts.result;

/** The part of the picture that each check is about. */
const PARTS: Readonly<Record<DiskCheckId, 'snapshots' | 'result'>> = {
  identity: 'result',
  target: 'result',
  key: 'result',
  snapshotRole: 'snapshots',
  snapshots: 'snapshots',
  running: 'result',
};

/** The checks for the parts of the picture. */
export const pinnedDiskChecks = (checks: readonly DiskCheck[]): PinnedCheck[] =>
  checks.map(({ id, state }) => ({
    rowId: diskRowId(id),
    part: PARTS[id],
    name: words.name[id],
    tone: state === 'pending' ? null : CHECK_PINS[state],
  }));

interface DiskCheckRowProps extends Pick<DiskChecksProps, 'view' | 'reading' | 'goTo'> {
  readonly check: DiskCheck;
}

/** One check: its state, what was found and when, and what can be done. */
function DiskCheckRow({ check, view, reading, goTo }: DiskCheckRowProps) {
  const { id, state, found, at, countsAt, lacks, remedies } = check;
  const moveFocus = (): void => void focusField(diskRowId(id));
  const isLong = ({ kind }: Remedy): boolean => kind === 'command';
  const drawn = (some: readonly Remedy[]) => (
    <Remedies steps={view.model.steps} remedies={some} {...{ goTo, moveFocus }} />
  );
  return (
    <CheckRow
      tone={state === 'pending' ? 'waiting' : CHECK_TONES[state]}
      word={words.state[state]}
      isLong
      id={diskRowId(id)}
      name={words.name[id]}
      found={found}
      permissions={check.actions}
      ownAt={reading.own(at)}
      part={PARTS[id] === 'result' ? targetOf(view) : restoreParts.snapshotGroup}
      actions={drawn(remedies.filter((one) => !isLong(one)))}
    >
      {state === 'pending' && countsAt !== null && <TimeLeft until={countsAt} />}
      {drawn(remedies.filter(isLong))}
      {lacks !== null && <GrantRole grant={lacks} onGranted={moveFocus} />}
    </CheckRow>
  );
}

/** Minutes are counted: seconds would be noise. */
const OFTEN_MS = 15_000;

function TimeLeft({ until }: { readonly until: Instant }) {
  const left = Math.max(0, until - useNow(OFTEN_MS));
  return <span>{words.role.left(durationText(left))}</span>;
}

/** Leads from the validation to the check that it is about. */
function ToCheck({ id }: { readonly id: DiskCheckId }) {
  return (
    <LinkButton onClick={() => void focusField(diskRowId(id))}>
      {diskChecks.validation.toPrerequisite(words.name[id])}
    </LinkButton>
  );
}

const validationWords = diskChecks.validation;

const useStyles = makeStyles({
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

/** How the validation stands as a check: Restore waits for it, whatever the others say. */
export const OF_VALIDATION: Readonly<Record<DiskValidation['state'], CheckState>> = {
  none: 'toDo',
  running: 'checking',
  succeeded: 'passed',
  failed: 'failed',
  stale: 'toDo',
  lost: 'toDo',
  overtaken: 'toDo',
};

/** The id of its name in the table. */
const VALIDATION_ROW = 'check-validation';

/** The validation as it may hold a press. */
export const shownValidation = (validation: DiskValidation): ShownCheck => ({
  name: validationWords.title,
  rowId: VALIDATION_ROW,
  state: OF_VALIDATION[validation.state],
  found: stateText(validation),
});

type ValidationRowProps = Pick<DiskChecksProps, 'view' | 'validation' | 'goTo'>;

/** Azure's validation of the restore: its status, what it found, and where that is put right. */
function ValidationRow({ view, validation, goTo }: ValidationRowProps) {
  const styles = useStyles();
  const { state, since, problems, trouble, overtakenBy, dueAt, canStart, start, cancel } =
    validation;
  const isRunning = state === 'running';
  const shown = OF_VALIDATION[state];
  return (
    <CheckRow
      isLong
      tone={CHECK_TONES[shown]}
      word={checkWords.state[shown]}
      id={VALIDATION_ROW}
      name={validationWords.title}
      found={
        <>
          <span role="status">{stateText(validation)}</span>
          {isRunning && since !== null && <Elapsed since={since} />}
        </>
      }
      // Its own words have its time.
      ownAt={null}
      part={targetOf(view)}
      actions={
        // One button, so that the focus stays where it is.
        <Button size="small" disabledFocusable={!canStart} onClick={isRunning ? cancel : start}>
          {isRunning
            ? validationWords.stop
            : state === 'none'
              ? validationWords.start
              : validationWords.again}
        </Button>
      }
    >
      {!canStart && <span>{validationWords.waits}</span>}
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
      {overtakenBy.length > 0 && (
        <div className={styles.row}>
          {overtakenBy.map(({ id }) => (
            <ToCheck key={id} id={id} />
          ))}
        </div>
      )}
      {dueAt !== null && !isRunning && state !== 'succeeded' && (
        <span>{validationWords.due(timeText(dueAt))}</span>
      )}
    </CheckRow>
  );
}

function stateText(validation: DiskValidation): string {
  const { state, since, isAccepted } = validation;
  if (state === 'running' && !isAccepted) return validationWords.asking;
  if (state === 'overtaken') return overtakenText(validation);
  if (state !== 'succeeded' && state !== 'failed') return validationWords.state[state];
  return since === null ? validationWords.refused : validationWords.state[state](timeText(since));
}

/** What fails comes before what was given since: it is what has to be done. */
function overtakenText({ since, overtakenBy }: DiskValidation): string {
  const missing = overtakenBy.filter(({ state }) => state === 'failed');
  const named = missing.length > 0 ? missing : overtakenBy;
  const names = listText(named.map(({ id }) => diskChecks.prerequisites.name[id]));
  const at = since === null ? common.absence.notReported : timeText(since);
  return validationWords.overtaken[missing.length > 0 ? 'missing' : 'given'](at, names);
}

const EVERY_SECOND_MS = 1000;

function Elapsed({ since }: { readonly since: Instant }) {
  return (
    <span>
      {' '}
      {validationWords.goingOn(durationText(Math.max(0, useNow(EVERY_SECOND_MS) - since)))}
    </span>
  );
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
    <ul className={styles.list} aria-label={validationWords.problems}>
      {problems.map((problem) => (
        <li key={problem.code + problem.message} className={styles.item}>
          <Status tone="failed">{problem.message}</Status>
          {problem.recommendations.map((advice) => (
            <span key={advice}>{advice}</span>
          ))}
          <PlaceLink problem={problem} goTo={goTo} />
          {problem.code !== '' && <CopyText label={validationWords.code} text={problem.code} />}
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
        {validationWords.goTo[place.field]}
      </LinkButton>
    );
  }
  return <ToCheck id={place.id} />;
}
