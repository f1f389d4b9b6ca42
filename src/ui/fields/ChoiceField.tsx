import { makeStyles, mergeClasses, RadioGroup, tokens } from '@fluentui/react-components';
import { Fragment, useId, useMemo, useState } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { wizard } from '#src/strings/wizard.ts';
import { ExplanationBlock } from '#src/ui/explanation.tsx';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';
import { FieldRow, type FieldTexts, RefusedWhy } from '#src/ui/fields/FieldRow.tsx';
import {
  type Blocked,
  type FieldOption,
  type FieldOptions,
  UncheckedNote,
} from '#src/ui/fields/option.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = wizard.explain;

/** As exact as Fluent's own rule for it, which would win otherwise. */
const CHOSEN_LABEL = '& .fui-Radio__input:enabled:checked ~ .fui-Radio__label';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  segments: {
    alignSelf: 'stretch',
    flexWrap: 'nowrap',
    columnGap: 0,
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    '& > *': {
      flex: '1 1 0',
      alignItems: 'center',
      minHeight: '30px',
      '@media (max-width: 639px)': { minHeight: '44px' },
    },
    // The edge of the control would cut an outline around a part.
    '& > *:has(:focus-visible)': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '& > * + *': { borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
    // The weight and the tint say which is chosen.
    '& .fui-Radio__indicator': { display: 'none' },
    '& .fui-Radio__label': { paddingLeft: tokens.spacingHorizontalM },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    [CHOSEN_LABEL]: {
      color: tokens.colorBrandForeground1,
      fontWeight: tokens.fontWeightSemibold,
    },
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      forcedColorAdjust: 'none',
      [CHOSEN_LABEL]: { color: 'HighlightText' },
    },
  },
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
  named: { paddingInlineStart: tokens.spacingHorizontalS },
});

interface ChoiceFieldProps<Values extends FieldValues> extends FieldTexts, FieldOptions {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly required?: boolean;
  /** One below the other, beside each other, or as parts of one control. */
  readonly layout?: 'list' | 'row' | 'segments';
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
  const { options, judge, layout = 'list' } = props;
  // A press of Next draws the field once more, and the rules have nothing new to say.
  const judged = useMemo(() => options.map(({ value }) => judge?.(value) ?? {}), [options, judge]);
  const code = fieldState.error?.message;
  const radioOf = (option: FieldOption, index: number) => (
    <ChoiceRadio
      key={option.value}
      ref={index === 0 ? field.ref : null}
      value={option.value}
      className={layout === 'segments' && option.value === field.value ? styles.chosen : undefined}
      label={option.remark === undefined ? option.label : `${option.label}. ${option.remark}`}
      isRefused={judged[index]?.blocked !== undefined}
      {...(option.warning !== undefined && {
        'aria-describedby': warningId(field.name, option.value),
      })}
    />
  );
  const notesOf = (option: FieldOption, index: number) => {
    const { blocked, unchecked } = judged[index] ?? {};
    return (
      <Fragment key={`${option.value} notes`}>
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
            // Beside each other the lines stand away from what they are about.
            isNamed={layout !== 'list'}
            blocked={blocked}
            isOpen={explained === option.value}
            takesFocus={takesFocus}
            onToggle={() => {
              setExplained(explained === option.value ? null : option.value);
              setTakesFocus(true);
            }}
          />
        )}
      </Fragment>
    );
  };
  return (
    <>
      <FieldRow
        label={props.label}
        hint={props.hint}
        required={props.required ?? false}
        error={code === undefined ? undefined : props.errorText(code)}
        isWide={layout === 'row' || options.some(({ value }) => value === explained)}
      >
        <RadioGroup
          id={field.name}
          name={field.name}
          value={field.value ?? ''}
          onChange={(_, { value }) => choose(value)}
          onBlur={field.onBlur}
        >
          {layout === 'list' ? (
            options.map((option, index) => (
              <div key={option.value}>
                {radioOf(option, index)}
                {notesOf(option, index)}
              </div>
            ))
          ) : (
            <>
              <div className={mergeClasses(styles.row, layout === 'segments' && styles.segments)}>
                {options.map(radioOf)}
              </div>
              {options.map(notesOf)}
            </>
          )}
        </RadioGroup>
      </FieldRow>
      <RefusedWhy label={props.label} code={code} explainError={props.explainError} />
    </>
  );
}

const warningId = (field: string, value: string): string => `${field}-${value}-warning`;

interface BlockedLineProps {
  readonly label: string;
  /** Whether the line names what it is about. */
  readonly isNamed: boolean;
  readonly blocked: Blocked;
  readonly isOpen: boolean;
  /** Whether the explanation takes the focus: it was opened by Why instead of the radio. */
  readonly takesFocus: boolean;
  readonly onToggle: () => void;
}

/** The line under a disabled radio: the reason in a few words, and the explanation. */
function BlockedLine({ label, isNamed, blocked, isOpen, takesFocus, onToggle }: BlockedLineProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <div className={mergeClasses(styles.blocked, isNamed && styles.named)}>
        <Status tone="impossible">
          {isNamed ? words.namedReason(label, blocked.short) : blocked.short}
        </Status>
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
