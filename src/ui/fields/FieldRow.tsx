import {
  Button,
  Field,
  type FieldProps,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { createContext, use } from 'react';
import { suggested as words, wizard } from '#src/strings/wizard.ts';
import { type Explanation, WhyAndInstead } from '#src/ui/explanation.tsx';
import { NARROW_FORM, NO_REMARK_BESIDE } from '#src/ui/styles.ts';

/** What fields hold without the person's doing. */
interface SuggestedMarks {
  /** Why, by the names of the fields. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly onClear: (field: string) => void;
}

export const SuggestedContext = createContext<SuggestedMarks>({
  reasons: new Map(),
  onClear: () => undefined,
});

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

const useTagStyles = makeStyles({
  root: {
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
  },
});

/** Marks a value as suggested. */
export const SuggestedTag = () => <span className={useTagStyles().root}>{words.mark}</span>;

const useStyles = makeStyles({
  // The field, and beside it the button that clears a suggestion.
  line: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  field: { flex: '1 1 auto', minWidth: 0 },
  root: {
    gridTemplateColumns: '160px minmax(0, 300px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    // A long error beside the control does not make the control as tall.
    alignItems: 'start',
    // An error and a hint stand one below the other, in the last column.
    '& > .fui-Field__validationMessage + .fui-Field__hint': { gridColumn: '-2 / -1' },
    [NO_REMARK_BESIDE]: { gridTemplateColumns: '160px minmax(0, 300px)', ...BELOW },
    [NARROW_FORM]: { gridTemplateColumns: '160px minmax(0, 300px)', ...BELOW },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  stacked: {
    gridTemplateColumns: 'minmax(0, 300px)',
    [NO_REMARK_BESIDE]: {
      gridTemplateColumns: 'minmax(0, 300px)',
      '& > .fui-Field__hint': { gridColumn: '1' },
    },
    '& > .fui-Field__hint': { gridColumn: '1' },
  },
  // In a bar, beside its button.
  inline: {
    gridTemplateColumns: 'max-content 160px minmax(0, 1fr)',
    alignItems: 'center',
    [NO_REMARK_BESIDE]: { gridTemplateColumns: 'max-content 160px minmax(0, 1fr)' },
    [NARROW_FORM]: { gridTemplateColumns: 'max-content 160px minmax(0, 1fr)' },
  },
  wide: {
    gridTemplateColumns: '160px minmax(0, 1fr)',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  refused: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginInlineStart: '172px',
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
  /** It stands in a bar, as wide as a name. */
  readonly isInline?: boolean;
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
  isInline = false,
  children,
}: FieldRowProps) {
  const styles = useStyles();
  const { reasons, onClear } = use(SuggestedContext);
  const why = reasons.get(name);
  const field = (
    <Field
      className={mergeClasses(
        styles.field,
        styles.root,
        isWide && styles.wide,
        isStacked && styles.stacked,
        isInline && styles.inline,
      )}
      label={label}
      hint={
        why === undefined ? (
          hint
        ) : (
          <>
            <SuggestedTag /> {[why, hint].filter((text) => text !== undefined).join(' · ')}
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
  return (
    <div className={styles.line}>
      {field}
      {why !== undefined && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={words.clear(label)}
          title={words.clear(label)}
          onClick={() => onClear(name)}
        />
      )}
    </div>
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
