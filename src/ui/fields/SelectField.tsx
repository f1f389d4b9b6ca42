import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import {
  ExplainedOption,
  type FieldOptions,
  listed,
  type ListedOption,
  UncheckedNote,
} from '#src/ui/fields/option.tsx';
import { FieldRow, type FieldTexts, RefusedWhy } from '#src/ui/fields/FieldRow.tsx';
import { Select } from '#src/ui/fields/Select.tsx';
import { focusField } from '#src/ui/dom.ts';
import { Name } from '#src/ui/text.tsx';
import { StatusIcon } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  note: {
    marginInlineStart: '172px',
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
  remark: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface SelectFieldProps<Values extends FieldValues> extends FieldTexts, FieldOptions {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly placeholder: string;
  readonly required?: boolean;
  /** The rule that refuses what is chosen, said before anybody presses Next. */
  readonly refusedBy?: string | undefined;
  /** The label stands above the list, where there is no room beside it. */
  readonly isStacked?: boolean;
  /** Called once an entry was chosen, for what goes away with that. */
  readonly onChosen?: () => void;
}

/**
 * A choice from a list, wired to the form. Pressing an entry that cannot be chosen opens its
 * explanation under the field instead; what was chosen stays.
 */
export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const styles = useStyles();
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const [explained, setExplained] = useState<string | null>(null);
  const chosen = props.options.find(({ value }) => value === field.value);
  const explainedOption = props.options.find(({ value }) => value === explained);
  const note = chosen === undefined ? undefined : props.noteOf?.(chosen.value);
  const why =
    explainedOption === undefined ? undefined : props.judge?.(explainedOption.value).blocked;
  const choose = (value: string) => {
    const isBlocked = props.judge?.(value).blocked !== undefined;
    setExplained(isBlocked ? value : null);
    // An entry that stands for nothing is "not chosen".
    if (isBlocked) return;
    field.onChange(value === '' ? null : value);
    props.onChosen?.();
  };
  const code = fieldState.error?.message ?? props.refusedBy;
  return (
    <>
      <FieldRow
        name={props.name}
        label={props.label}
        hint={props.hint}
        required={props.required ?? false}
        error={code === undefined ? undefined : props.errorText(code)}
        isStacked={props.isStacked ?? false}
      >
        {(row) => (
          <Select
            {...row}
            id={field.name}
            ref={field.ref}
            placeholder={props.placeholder}
            chosen={chosen ?? null}
            entries={() =>
              listed(props).map((entry) => ({
                ...entry.option,
                isRefused: entry.blocked !== undefined,
                content: (
                  <span className={styles.option}>
                    <span>
                      <Name>{entry.option.label}</Name>
                    </span>
                    <OptionRemark {...entry} className={styles.remark} />
                  </span>
                ),
              }))
            }
            onChoose={choose}
            onBlur={field.onBlur}
          />
        )}
      </FieldRow>
      {note !== undefined && (
        <div className={styles.note}>
          <UncheckedNote unchecked={note} />
        </div>
      )}
      <RefusedWhy label={props.label} code={code} explainError={props.explainError} />
      {explainedOption !== undefined && why !== undefined && (
        <ExplainedOption
          label={explainedOption.label}
          explanation={why.explain()}
          onClose={() => {
            setExplained(null);
            focusField(field.name);
          }}
        />
      )}
    </>
  );
}

function OptionRemark({
  option,
  blocked,
  unchecked,
  className,
}: ListedOption & { readonly className: string }) {
  const remark = blocked?.short ?? unchecked?.short ?? option.remark;
  if (remark === undefined) return null;
  return (
    <span className={className}>
      {blocked !== undefined && <StatusIcon tone="impossible" />}
      {unchecked !== undefined && <StatusIcon tone="unknown" />}
      <span>{remark}</span>
    </span>
  );
}
