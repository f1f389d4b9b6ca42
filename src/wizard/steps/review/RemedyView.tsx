import { Button } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { preflight as words } from '#src/strings/preflight.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { Remedy } from '#src/wizard/preflight/check.ts';

export interface RemedyViewProps {
  readonly remedy: Remedy;
  readonly goTo: GoTo;
  /** What is pressed to read again goes away with its reason, so the focus moves on. */
  readonly toHeading: () => void;
}

/** What can be done about a line: a way to its field or a job, a command to copy, or one more try. */
export function RemedyView({ remedy, goTo, toHeading }: RemedyViewProps) {
  switch (remedy.kind) {
    case 'field':
      return (
        <LinkButton onClick={() => goTo(remedy.step, remedy.field)}>
          {words.goToField(wizard.step[remedy.step])}
        </LinkButton>
      );
    case 'job':
      return (
        <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(remedy.id) }}>
          {words.job(remedy.machine, remedy.since === null ? null : dateTimeText(remedy.since))}
        </RouterLink>
      );
    case 'command':
      return <CopyText label={remedy.label} text={remedy.text} />;
    case 'again':
      return (
        <Button
          size="small"
          onClick={() => {
            toHeading();
            remedy.go();
          }}
        >
          {remedy.label ?? words.again(remedy.what)}
        </Button>
      );
  }
}
