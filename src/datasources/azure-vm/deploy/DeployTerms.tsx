import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = deploy.terms;

const useStyles = makeStyles({
  // Fluent mutes the label of an empty box, as if it were disabled.
  agree: {
    '& .fui-Checkbox__input:enabled:not(:checked) ~ .fui-Checkbox__label': {
      color: tokens.colorNeutralForeground1,
    },
  },
});

export interface DeployTermsProps {
  /** Why it can’t be deployed yet; null: it can, once the person agrees. */
  readonly reason: string | null;
  readonly isStarting: boolean;
  readonly onDeploy: () => void;
}

/** What the deployment costs, and the button that starts it. */
export function DeployTerms({ reason, isStarting, onDeploy }: DeployTermsProps) {
  const styles = useStyles();
  const { column } = useCommonStyles();
  const [isAgreed, setAgreed] = useState(false);
  const why = reason ?? (isAgreed ? null : words.agreeFirst);
  return (
    <section aria-label={words.title} className={column}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <span>{words.body}</span>
      <Checkbox
        className={styles.agree}
        label={words.agree}
        checked={isAgreed}
        onChange={(_, { checked }) => setAgreed(checked === true)}
      />
      <Button
        appearance="primary"
        disabledFocusable={why !== null || isStarting}
        onClick={() => {
          if (why === null && !isStarting) onDeploy();
        }}
      >
        {words.command}
      </Button>
      <span role="status">{isStarting ? words.starting : why}</span>
    </section>
  );
}
