import { makeStyles, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { wizard } from '#src/strings/wizard.ts';
import { ExplanationBlock } from '#src/ui/explanation.tsx';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';
import { FieldRow, type FieldTexts, RefusedWhy } from '#src/ui/fields/FieldRow.tsx';
import { type Blocked, type FieldOptions, UncheckedNote } from '#src/ui/fields/option.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = wizard.explain;

const useStyles = makeStyles({
  unchecked: {
    paddingInlineStart: tokens.spacingHorizontalXXXL,
    fontSize: tokens.fontSizeBase200,
  },
  blocked: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInlineStart: tokens.spacingHorizontalXXXL,
    fontSize: tokens.fontSizeBase200,
  },
});

interface ChoiceFieldProps<Values extends FieldValues> extends FieldTexts, FieldOptions {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly required?: boolean;
}

/**
 * A choice of a few, all in view, wired to the form. One that cannot be chosen keeps its place, can
 * be focused and read, and pressing it opens the explanation instead of choosing.
 */
export function ChoiceField<Values extends FieldValues>(props: ChoiceFieldProps<Values>) {
  const styles = useStyles();
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const [explained, setExplained] = useState<string | null>(null);
  // Moving by with the arrow keys keeps the focus among the radios.
  const [takesFocus, setTakesFocus] = useState(false);
  const choose = (value: string) => {
    const isBlocked = props.judge?.(value).blocked !== undefined;
    setExplained(isBlocked ? value : null);
    setTakesFocus(false);
    if (!isBlocked) field.onChange(value);
  };
  const { options, judge } = props;
  // A press of Next draws the field once more, and the rules have nothing new to say.
  const judged = useMemo(() => options.map(({ value }) => judge?.(value) ?? {}), [options, judge]);
  const code = fieldState.error?.message;
  return (
    <>
      <FieldRow
        label={props.label}
        hint={props.hint}
        required={props.required ?? false}
        error={code === undefined ? undefined : props.errorText(code)}
        isWide={options.some(({ value }) => value === explained)}
      >
        <RadioGroup
          id={field.name}
          name={field.name}
          value={field.value ?? ''}
          onChange={(_, { value }) => choose(value)}
          onBlur={field.onBlur}
        >
          {options.map((option, index) => {
            const { blocked, unchecked } = judged[index] ?? {};
            return (
              <div key={option.value}>
                <ChoiceRadio
                  ref={index === 0 ? field.ref : null}
                  value={option.value}
                  label={
                    option.remark === undefined ? option.label : `${option.label}. ${option.remark}`
                  }
                  isRefused={blocked !== undefined}
                  {...(option.warning !== undefined && {
                    'aria-describedby': warningId(field.name, option.value),
                  })}
                />
                {option.warning !== undefined && (
                  <div className={styles.unchecked} id={warningId(field.name, option.value)}>
                    <Status tone="warning">{option.warning}</Status>
                  </div>
                )}
                {unchecked !== undefined && (
                  <div className={styles.unchecked}>
                    <UncheckedNote unchecked={unchecked} />
                  </div>
                )}
                {blocked !== undefined && (
                  <BlockedLine
                    label={option.label}
                    blocked={blocked}
                    isOpen={explained === option.value}
                    takesFocus={takesFocus}
                    onToggle={() => {
                      setExplained(explained === option.value ? null : option.value);
                      setTakesFocus(true);
                    }}
                  />
                )}
              </div>
            );
          })}
        </RadioGroup>
      </FieldRow>
      <RefusedWhy label={props.label} code={code} explainError={props.explainError} />
    </>
  );
}

const warningId = (field: string, value: string): string => `${field}-${value}-warning`;

interface BlockedLineProps {
  readonly label: string;
  readonly blocked: Blocked;
  readonly isOpen: boolean;
  /** Whether the explanation takes the focus: it was opened by Why instead of the radio. */
  readonly takesFocus: boolean;
  readonly onToggle: () => void;
}

/** The line under a disabled radio: the reason in a few words, and the explanation. */
function BlockedLine({ label, blocked, isOpen, takesFocus, onToggle }: BlockedLineProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <div className={styles.blocked}>
        <Status tone="impossible">{blocked.short}</Status>
        <LinkButton
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={isOpen ? words.hideWhyNot(label) : words.whyNot(label)}
          onClick={onToggle}
        >
          {isOpen ? words.hideWhy : words.why}
        </LinkButton>
      </div>
      {isOpen && (
        <ExplanationBlock
          id={id}
          {...(takesFocus && { label: words.whyNot(label) })}
          explanation={blocked.explain()}
          onApplied={onToggle}
        />
      )}
    </>
  );
}
