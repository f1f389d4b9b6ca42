import { ReadAgo, SectionHeading } from '#src/ui/page.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { Button, Checkbox } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { checks as words } from '#src/strings/checks.ts';
import { review } from '#src/strings/review.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { Spoken } from '#src/ui/Spoken.tsx';
import { NotLookedAt } from '#src/ui/explanation.tsx';
import { FINDINGS_ID } from '#src/wizard/explain/findings.ts';
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
  readonly sum: CheckSum;
  /** How many confirmations Restore still needs. */
  readonly needed: number;
  /** When the checks were read, where they have that in common. */
  readonly at: Instant | null;
  readonly notLookedAt: readonly string[];
  readonly onCheckAgain?: () => void;
}

/** The result of the whole list, with what it leaves out; screen readers announce it once it is final. */
export function ChecksSum(props: ChecksSumProps) {
  const { sum, needed, at, notLookedAt, onCheckAgain } = props;
  const { tone, text } = sumText(sum, needed);
  return (
    <>
      <SectionHeading level={3} id={FINDINGS_ID}>
        <Status tone={tone}>{text}</Status>
      </SectionHeading>
      <Spoken text={text} />
      {at !== null && <ReadAgo at={at} />}
      <NotLookedAt names={notLookedAt} />
      {onCheckAgain && (
        <Button size="small" onClick={onCheckAgain}>
          {words.checkAgain}
        </Button>
      )}
    </>
  );
}
