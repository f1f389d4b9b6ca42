import { Button, Link } from '@fluentui/react-components';
import { preflight as words } from '#src/strings/preflight.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { Remedy } from '#src/wizard/preflight/check.ts';

export interface RemedyViewProps {
  readonly remedy: Remedy;
  readonly goTo: GoTo;
  /** What is pressed to read again goes away with its reason, so the focus moves on. */
  readonly toHeading: () => void;
}

/** What can be done about a line: a way to its field, a command to copy, or one more try. */
export function RemedyView({ remedy, goTo, toHeading }: RemedyViewProps) {
  switch (remedy.kind) {
    case 'field':
      return (
        <Link as="button" type="button" onClick={() => goTo(remedy.step, remedy.field)}>
          {words.goToField(wizard.step[remedy.step])}
        </Link>
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
          {words.again(remedy.what)}
        </Button>
      );
  }
}
