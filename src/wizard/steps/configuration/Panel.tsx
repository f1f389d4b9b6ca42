import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { sayRule } from '#src/wizard/draft/rule-words.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';
import { ResourceGroupField } from '#src/wizard/steps/configuration/ResourceGroupField.tsx';
import {
  accountOptions,
  readHint,
  subscriptionOptions,
} from '#src/wizard/steps/configuration/options.ts';

const words = wizard.configuration;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** How and where it is restored. */
export function ConfigurationPanel({ view, formId, onNext, goTo }: StepProps) {
  const styles = useStyles();
  const { control, handleSubmit } = useStepForm('configuration', view);
  const { reads } = view;
  if (view.draft.choices.instance === null) {
    return (
      <EmptyState title={words.needsInstance}>
        <Button onClick={() => goTo('instance')}>{wizard.point.goToInstance}</Button>
      </EmptyState>
    );
  }
  return (
    <form
      id={formId}
      className={styles.form}
      onSubmit={(event) => void handleSubmit(onNext)(event)}
      noValidate
    >
      <ChoiceField
        control={control}
        name="group"
        label={words.group}
        errorText={sayRule}
        options={[
          { value: 'createNew', label: words.createNew },
          { value: 'replaceExisting', label: words.replaceExisting, blockedBecause: words.later },
        ]}
      />
      <SelectField
        control={control}
        name="option"
        label={words.option}
        required
        errorText={sayRule}
        placeholder={wizard.choose}
        hint={words.onlyType}
        options={[
          { value: 'createVm', label: words.createVm, blockedBecause: words.later },
          { value: 'restoreDisks', label: words.restoreDisks },
        ]}
      />
      <SelectField
        control={control}
        name="subscription"
        label={words.subscription}
        required
        errorText={sayRule}
        placeholder={wizard.choose}
        hint={readHint(reads.subscriptions) ?? ownSubscription(view)}
        options={subscriptionOptions(view)}
      />
      <ResourceGroupField view={view} control={control} />
      <SelectField
        control={control}
        name="staging"
        label={words.staging}
        required
        errorText={sayRule}
        placeholder={wizard.choose}
        hint={readHint(reads.accounts)}
        options={accountOptions(view)}
      />
    </form>
  );
}

function ownSubscription({ draft }: StepProps['view']): string | undefined {
  return draft.choices.subscription === null ? words.ownSubscription : undefined;
}
