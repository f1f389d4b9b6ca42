import {
  Field,
  type FieldProps,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { use } from 'react';
import { suggested } from '#src/strings/suggested.ts';
import { SuggestedContext } from '#src/ui/fields/suggested-mark.ts';
import { NO_REMARK_BESIDE } from '#src/ui/styles.ts';

/** Below its control, and not below its label. */
const BELOW = {
  '& > .fui-Field__validationMessage': { gridColumn: '2' },
  '& > .fui-Field__hint': { gridColumn: '2' },
} as const;

const useStyles = makeStyles({
  root: {
    gridTemplateColumns: '176px minmax(0, 340px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    // A long error beside the control does not make the control as tall.
    alignItems: 'start',
    [NO_REMARK_BESIDE]: { gridTemplateColumns: '176px minmax(0, 340px)', ...BELOW },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  stacked: {
    gridTemplateColumns: 'minmax(0, 340px)',
    [NO_REMARK_BESIDE]: {
      gridTemplateColumns: 'minmax(0, 340px)',
      '& > .fui-Field__hint': { gridColumn: '1' },
    },
    '& > .fui-Field__hint': { gridColumn: '1' },
  },
  wide: {
    gridTemplateColumns: '176px minmax(0, 1fr)',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

export interface FieldRowProps {
  readonly label: string;
  /** Its name in the form, where it may hold a suggestion. */
  readonly name?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** The control takes the row's whole width, for an explanation in it. */
  readonly isWide?: boolean;
  /** The label stands above the control. */
  readonly isStacked?: boolean;
  /** A control of our own is given the names and states that its row knows. */
  readonly children: FieldProps['children'];
}

/** A form row: label, control, remark; an error names what to do. */
export function FieldRow({
  label,
  name = '',
  hint,
  error,
  required = false,
  isWide = false,
  isStacked = false,
  children,
}: FieldRowProps) {
  const styles = useStyles();
  const why = use(SuggestedContext).get(name);
  return (
    <Field
      className={mergeClasses(styles.root, isWide && styles.wide, isStacked && styles.stacked)}
      label={label}
      hint={
        why === undefined ? (
          hint
        ) : (
          <>
            <span title={why}>{suggested.mark}</span> {hint}
          </>
        )
      }
      required={required}
      validationState={error === undefined ? 'none' : 'error'}
      // One alert at the top of the step speaks for all fields: see RefusedSummary.
      validationMessage={error === undefined ? undefined : { children: error, role: undefined }}
    >
      {children}
    </Field>
  );
}
