import {
  Field,
  type FieldProps,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { createContext, use } from 'react';
import { suggested, wizard } from '#src/strings/wizard.ts';
import { type Explanation, WhyAndInstead } from '#src/ui/explanation.tsx';
import { NO_REMARK_BESIDE } from '#src/ui/styles.ts';

/** Why fields hold what they do without the person's doing, by the names of the fields. */
export const SuggestedContext = createContext<ReadonlyMap<string, string>>(new Map());

/** What a field says besides its label: how to fill it, or what is wrong with it. */
export interface FieldTexts {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Turns the code of an error (a rule's id) into a sentence. */
  readonly errorText: (code: string) => string;
  /**
   * The same with its facts, its source and an alternative, computed only on request; left out if there is
   * none.
   */
  readonly explainError?: ((code: string) => (() => Explanation) | undefined) | undefined;
}

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
  refused: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginInlineStart: '192px',
    '@media (max-width: 639px)': { marginInlineStart: 0 },
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

interface RefusedWhyProps extends Pick<FieldTexts, 'label' | 'explainError'> {
  /** What refuses the field; undefined while nothing does. */
  readonly code: string | undefined;
}

/** Under a field that is refused: why, and what could stand there instead. */
export function RefusedWhy({ label, code, explainError }: RefusedWhyProps) {
  const styles = useStyles();
  const explain = code === undefined ? undefined : explainError?.(code);
  if (explain === undefined || isNothing(explain())) return null;
  return (
    <div className={styles.refused}>
      <WhyAndInstead key={code} ask={wizard.explain.whyRefused(label)} explain={explain} />
    </div>
  );
}

const isNothing = ({ reasons, instead }: Explanation): boolean =>
  reasons.length === 0 && instead === null;
