import { ReadAgo, SectionHeading } from '#src/ui/page.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { checks as words } from '#src/strings/checks.ts';
import { review } from '#src/strings/review.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { UNSEEN, useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';
import { Spoken } from '#src/ui/Spoken.tsx';
import { NotLookedAt } from '#src/ui/explanation.tsx';
import {
  type CheckSum,
  heldNeeds,
  type Remedy,
  type ShownCheck,
  warnedNames,
  WARNINGS_BOX,
} from '#src/wizard/review/check.ts';
import type { Need } from '#src/wizard/task.ts';
import { type TaskSteps, titleOf } from '#src/wizard/steps/task-steps.ts';

const NARROW = '@media (max-width: 1023px)';
const STACKED = '@media (max-width: 639px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 3fr) minmax(0, 7fr) minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    [NARROW]: { gridTemplateColumns: '128px minmax(0, 1fr)' },
    [STACKED]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wide: {
    gridTemplateColumns: '152px minmax(0, 3fr) minmax(0, 7fr) minmax(0, 2fr) minmax(0, 3fr)',
    [NARROW]: { gridTemplateColumns: '152px minmax(0, 1fr)' },
    [STACKED]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  unseen: UNSEEN,
  name: { fontWeight: tokens.fontWeightSemibold, ':focus': { outlineStyle: 'none' } },
  // Below the name where there is no room beside it.
  cell: {
    minWidth: 0,
    [NARROW]: { gridColumnStart: '2', ':empty': { display: 'none' } },
    [STACKED]: { gridColumnStart: '1' },
  },
  // Over the columns that a line without them leaves free.
  whole: { gridColumn: '2 / -1', minWidth: 0, [STACKED]: { gridColumn: '1' } },
  found: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
  beside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
  },
  part: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    [NARROW]: { justifyContent: 'flex-start' },
  },
});

interface CheckTableProps {
  readonly label: string;
  readonly children: ReactNode;
}

const HEADS = ['state', 'check', 'found', 'part', 'way'] as const;

/** Checks as a table: how each stands, what was found, and which part of the restore it is about. */
export function CheckTable({ label, children }: CheckTableProps) {
  const styles = useStyles();
  return (
    <div role="table" aria-label={label}>
      <div role="row" className={styles.unseen}>
        {HEADS.map((head) => (
          <span key={head} role="columnheader">
            {review.columns[head]}{' '}
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}

interface LineProps {
  readonly tone: Tone;
  readonly word: string;
  /** Whether the words of the table are long ones. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A line that has nothing to say by columns. */
export function CheckLine({ tone, word, isWide = false, children }: LineProps) {
  const styles = useStyles();
  return (
    <div role="row" className={mergeClasses(styles.row, isWide && styles.wide)}>
      <div role="cell">
        <Status tone={tone}>{word}</Status>
      </div>
      <div role="cell" aria-colspan={4} className={styles.whole}>
        {children}
      </div>
    </div>
  );
}

interface CheckRowProps extends LineProps {
  /** The id of its name, which takes the focus where something leads here. */
  readonly id: string;
  /** What is looked at. */
  readonly name: string;
  /** What was found; empty: the reasons below stand in its place. */
  readonly found: string;
  /** The id of the first reason below, where it stands in place of what was found. */
  readonly reasonsId?: string;
  /** What Azure calls the permissions that it is about. */
  readonly permissions: readonly string[];
  /** When it was looked at. */
  readonly at: Instant | null;
  /** The part of the restore that it is about, by name. */
  readonly part: string;
  /** What can be done about it in one press. */
  readonly actions: ReactNode;
}

/** One line of the table: how it stands, what was looked at and when, and what follows. */
export function CheckRow(props: CheckRowProps) {
  const { tone, word, isWide = false, id, name, found, at, part, actions, children } = props;
  const { permissions } = props;
  const styles = useStyles();
  const foundId = `${id}-found`;
  const describedBy = found === '' ? props.reasonsId : foundId;
  return (
    <div role="row" className={mergeClasses(styles.row, isWide && styles.wide)}>
      <div role="cell">
        <Status tone={tone}>{word}</Status>
      </div>
      <div role="cell" className={styles.cell}>
        <span id={id} tabIndex={-1} className={styles.name} aria-describedby={describedBy}>
          {name}
        </span>
      </div>
      <div role="cell" className={mergeClasses(styles.cell, styles.found)}>
        <div className={styles.beside}>
          {found !== '' && (
            <span id={foundId}>
              <Name>{found}</Name>
            </span>
          )}
          <ActionNames names={permissions} />
          <ReadAgo at={at} />
        </div>
        {children}
      </div>
      <div role="cell" className={mergeClasses(styles.cell, styles.part)}>
        <Name>{part}</Name>
      </div>
      <div role="cell" className={mergeClasses(styles.cell, styles.actions)}>
        {actions}
      </div>
    </div>
  );
}

/** What Azure calls the permissions of a check, for who has to give them: folded up, as few people need it. */
function ActionNames({ names }: { readonly names: readonly string[] }) {
  const { plainList } = useCommonStyles();
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{words.actions(names.length)}</summary>
      <ul className={plainList}>
        {names.map((name) => (
          <li key={name}>
            <Name>{name}</Name>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface RemediesProps {
  readonly remedies: readonly Remedy[];
  readonly steps: TaskSteps;
  readonly goTo: GoTo;
  /** Moves the focus: the button that reads again goes away with its reason. */
  readonly moveFocus: () => void;
}

/** What can be done about a check: a way to its field or a job, a command to copy, or one more try. */
export function Remedies({ remedies, ...rest }: RemediesProps) {
  return remedies.map((remedy) => <RemedyView key={keyOf(remedy)} remedy={remedy} {...rest} />);
}

interface RemedyViewProps extends Omit<RemediesProps, 'remedies'> {
  readonly remedy: Remedy;
}

function RemedyView({ remedy, steps, goTo, moveFocus }: RemedyViewProps) {
  switch (remedy.kind) {
    case 'field':
      return (
        <LinkButton onClick={() => goTo(remedy.step, remedy.field)}>
          {remedy.label ?? words.goToField(titleOf(steps, remedy.step))}
        </LinkButton>
      );
    case 'action':
      return (
        <Button size="small" aria-haspopup="dialog" onClick={remedy.open}>
          {remedy.label}
        </Button>
      );
    case 'job':
      return <JobLink {...remedy} />;
    case 'command':
      return remedy.isOtherWay === true ? (
        <details>
          <summary>{remedy.label}</summary>
          <CommandText label={remedy.label} command={remedy.command} />
        </details>
      ) : (
        <CommandText label={remedy.label} command={remedy.command} />
      );
    case 'again':
      return (
        <Button
          size="small"
          onClick={() => {
            moveFocus();
            remedy.go();
          }}
        >
          {remedy.label ?? (remedy.isAfter === true ? words.after : words.again)(remedy.what)}
        </Button>
      );
  }
}

type JobLinkProps = Pick<Extract<Remedy, { kind: 'job' }>, 'address' | 'machine' | 'since'>;

/** The way to a job that stands in the way, with since when it runs. */
export function JobLink({ address, machine, since }: JobLinkProps) {
  return (
    <RouterLink to="/jobs/$jobId" params={{ jobId: address }}>
      {words.job(machine, since === null ? null : dateTimeText(since))}
    </RouterLink>
  );
}

function keyOf(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'field':
      return remedy.field;
    case 'job':
      return remedy.address;
    case 'action':
    case 'command':
      return remedy.label;
    case 'again':
      return remedy.what;
  }
}

/** What the checks of Review say against a press. */
interface Held {
  /** What is to be mended or read before. */
  readonly needs: readonly Need[];
  /** The box by which the warnings are read; null: none warns. */
  readonly box: ReactNode;
}

/**
 * Holds a press for the checks: one that failed holds it until it is mended, those that warn hold it until they are
 * read. What was read of some checks isn’t read of others.
 */
export function useHeld(checks: readonly ShownCheck[]): Held {
  const [read, setRead] = useState('');
  const names = warnedNames(checks);
  const key = names.join('\n');
  const isRead = read === key;
  const box =
    names.length === 0 ? null : (
      <Checkbox
        id={WARNINGS_BOX}
        checked={isRead}
        onChange={(_, { checked }) => setRead(checked === true ? key : '')}
        label={words.warningsRead(names)}
      />
    );
  return { needs: heldNeeds(checks, isRead), box };
}

const SUM_TONES: Readonly<Record<CheckSum['verdict'], Tone>> = {
  checking: 'running',
  ready: 'done',
  readyWithWarnings: 'warning',
  toDo: 'waiting',
  notPossible: 'failed',
};

/** What the checks come to; never ready while something is still to be confirmed. Pure. */
export function sumText(
  sum: CheckSum,
  needed: number,
): { readonly tone: Tone; readonly text: string } {
  const { counts } = words;
  const isOpen = sum.verdict === 'ready' && needed > 0;
  const verdict = isOpen ? 'toDo' : sum.verdict;
  const toDo = verdict === 'toDo' ? counts.ofToDo : counts.toDo;
  const parts = [
    [sum.failed, counts.failed],
    [sum.toDo, toDo],
    [isOpen ? needed : 0, review.toConfirm],
    [sum.warned, counts.warned],
    [sum.notChecked, counts.notChecked],
  ] as const;
  return {
    tone: SUM_TONES[verdict],
    text: words.sum(
      words.verdict[verdict],
      parts.flatMap(([count, say]) => (count > 0 ? [say(count)] : [])),
    ),
  };
}

interface ChecksSumProps {
  /** The id of the heading, where it takes the focus. */
  readonly headingId?: string;
  readonly sum: CheckSum;
  /** How many confirmations Restore still needs. */
  readonly needed: number;
  readonly notLookedAt: readonly string[];
  readonly onCheckAgain?: () => void;
}

/** The result of the whole list, with what it leaves out; screen readers announce it once it is final. */
export function ChecksSum(props: ChecksSumProps) {
  const { headingId, sum, needed, notLookedAt, onCheckAgain } = props;
  const { tone, text } = sumText(sum, needed);
  return (
    <>
      <NotLookedAt names={notLookedAt} />
      <SectionHeading level={3} {...(headingId !== undefined && { id: headingId })}>
        <Status tone={tone}>{text}</Status>
      </SectionHeading>
      <Spoken text={text} />
      {onCheckAgain && (
        <Button size="small" onClick={onCheckAgain}>
          {words.checkAgain}
        </Button>
      )}
    </>
  );
}
