import { ReadAgo, SectionHeading } from '#src/ui/page.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { checks as words } from '#src/strings/checks.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { FindingRow, type FindingRowProps } from '#src/wizard/review/ReviewStep.tsx';
import { heldReason, type Remedy, type ShownCheck, warnedNames } from '#src/wizard/review/check.ts';
import { type TaskSteps, titleOf } from '#src/wizard/steps/task-steps.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

interface CheckSectionProps {
  readonly title: string;
  /** With it the heading can take the focus. */
  readonly headingId?: string;
  readonly onCheckAgain: () => void;
  readonly children: ReactNode;
}

/** The checks before a restore under their heading, with the button that reads all of them again. */
export function CheckSection({ title, headingId, onCheckAgain, children }: CheckSectionProps) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <div className={styles.head}>
        <SectionHeading level={3} id={headingId}>
          {title}
        </SectionHeading>
        <Button size="small" onClick={onCheckAgain}>
          {words.checkAgain}
        </Button>
      </div>
      {children}
    </section>
  );
}

interface CheckListProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A list of checks. */
export function CheckList({ label, children }: CheckListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

const useRowStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold, ':focus': { outlineStyle: 'none' } },
});

interface CheckRowProps extends FindingRowProps {
  /** What is looked at. */
  readonly name: string;
  /** Where something leads to the name, which then takes the focus: its id, and that of what was found. */
  readonly target?: { readonly id: string; readonly foundId: string | undefined };
  /** What was found, where it fits beside the name. */
  readonly beside?: ReactNode;
  /** When it was looked at. */
  readonly at: Instant | null;
}

/** One line of the list of checks: how it stands, what was looked at and when, and what follows. */
export function CheckRow({ name, target, beside, at, children, ...row }: CheckRowProps) {
  const styles = useRowStyles();
  return (
    <FindingRow {...row}>
      <div className={styles.root}>
        <div className={styles.head}>
          <span
            id={target?.id}
            tabIndex={target && -1}
            className={styles.name}
            aria-describedby={target?.foundId}
          >
            {name}
          </span>
          {beside}
          <ReadAgo at={at} />
        </div>
        {children}
      </div>
    </FindingRow>
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
    case 'button':
      return <LinkButton onClick={() => goTo(remedy.step, remedy.id)}>{remedy.label}</LinkButton>;
    case 'job':
      return (
        <RouterLink to="/jobs/$jobId" params={{ jobId: remedy.address }}>
          {words.job(remedy.machine, remedy.since === null ? null : dateTimeText(remedy.since))}
        </RouterLink>
      );
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

function keyOf(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'field':
      return remedy.field;
    case 'button':
      return remedy.id;
    case 'job':
      return remedy.address;
    case 'command':
      return remedy.label;
    case 'again':
      return remedy.what;
  }
}

/** What the checks of Review say against a press. */
interface Held {
  /** Why Restore can’t be selected; null: no check holds it. */
  readonly reason: string | null;
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
        checked={isRead}
        onChange={(_, { checked }) => setRead(checked === true ? key : '')}
        label={words.warningsRead(names)}
      />
    );
  return { reason: heldReason(checks, isRead), box };
}
