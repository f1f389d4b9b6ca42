import { Button } from '@fluentui/react-components';
import { useForm, useWatch } from 'react-hook-form';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { CheckField } from '#src/ui/fields/CheckField.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = deploy.terms;

export interface DeployTermsProps {
  /** Why it can’t be deployed yet; null: it can, once the person agrees. */
  readonly reason: string | null;
  readonly isStarting: boolean;
  readonly onDeploy: () => void;
}

/** What the deployment costs, and the button that starts it. */
export function DeployTerms({ reason, isStarting, onDeploy }: DeployTermsProps) {
  const { column } = useCommonStyles();
  const { control } = useForm({ defaultValues: { isAgreed: false } });
  const isAgreed = useWatch({ control, name: 'isAgreed' });
  const why = reason ?? (isAgreed ? null : words.agreeFirst);
  return (
    <section aria-label={words.title} className={column}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <span>{words.body}</span>
      <CheckField control={control} name="isAgreed" label={words.agree} />
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
