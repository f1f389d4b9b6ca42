import { Button } from '@fluentui/react-components';
import type { GoTo } from '#src/datasources/datasource.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { checks as words } from '#src/strings/checks.ts';
import { CommandText } from '#src/ui/code.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import type { Remedy } from '#src/wizard/review/check.ts';
import { type TaskSteps, titleOf } from '#src/wizard/steps/task-steps.ts';

export interface RemediesProps {
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
