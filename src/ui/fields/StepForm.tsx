import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { RefusedWords } from '#src/ui/fields/refused-lines.ts';
import { focusField } from '#src/ui/dom.ts';
import { RefusedSummary } from '#src/ui/fields/RefusedSummary.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** A form with the words for what it refuses. */
export interface SteppedForm<Values extends FieldValues> extends Pick<
  UseFormReturn<Values>,
  'control' | 'handleSubmit'
> {
  readonly refused: RefusedWords;
  /** Leads to a refused field that another step asks for; false where there is none. */
  readonly elsewhere?: (field: string) => boolean;
}

export interface StepFormProps<Values extends FieldValues> {
  /** The id of the form, which the wizard's Next button submits. */
  readonly id: string;
  readonly form: SteppedForm<Values>;
  readonly onNext: () => void;
  readonly children: ReactNode;
}

/** The form of a step: where Next finds something wrong, the top of it says what. */
export function StepForm<Values extends FieldValues>(props: StepFormProps<Values>) {
  const styles = useStyles();
  const { id, form, onNext } = props;
  const bodyId = `${id}-fields`;
  const lead = (field: string): void => {
    if (form.elsewhere?.(field) !== true) focusField(bodyId);
  };
  return (
    <form
      id={id}
      className={styles.root}
      onSubmit={(event) => void form.handleSubmit(() => onNext())(event)}
      noValidate
    >
      <RefusedSummary control={form.control} {...form.refused} elsewhere={lead} />
      {/* Takes the focus where a list could not be read, so that its field is not there. */}
      <div id={bodyId} tabIndex={-1} className={styles.root}>
        {props.children}
      </div>
    </form>
  );
}
