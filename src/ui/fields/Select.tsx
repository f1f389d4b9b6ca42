import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import {
  type AriaAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useRef,
  useState,
} from 'react';
import {
  letterStep,
  NO_LETTERS,
  selectStep,
  type SelectStep,
  typedOn,
} from '#src/ui/fields/select-keys.ts';
import { Name } from '#src/ui/text.tsx';

const edges = (color: string) => ({
  borderTopColor: color,
  borderInlineEndColor: color,
  borderBottomColor: color,
  borderInlineStartColor: color,
});

const useStyles = makeStyles({
  box: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXXS,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    // As much as a list needs to open under its field.
    scrollMarginBottom: '320px',
    ':hover': edges(tokens.colorNeutralStroke1Hover),
    ':focus': {
      outlineStyle: 'none',
      borderBottomColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px 0 ${tokens.colorCompoundBrandStroke}`,
    },
    '@media (forced-colors: active)': {
      ':focus': { outline: '2px solid Highlight' },
    },
    '&[aria-invalid="true"]': edges(tokens.colorPaletteRedBorder2),
  },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  placeholder: { color: tokens.colorNeutralForeground4 },
  chevron: { flexShrink: 0, color: tokens.colorNeutralStrokeAccessible },
  list: {
    inset: 'auto',
    positionArea: 'block-end span-inline-end',
    // Under its field; above it only where the page ends. Never beside it, over what comes next.
    positionTryFallbacks: 'flip-block',
    boxSizing: 'border-box',
    width: 'anchor-size(width)',
    maxHeight: '300px',
    margin: `${tokens.spacingVerticalXXS} 0`,
    padding: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    boxShadow: tokens.shadow16,
    overflowY: 'auto',
  },
  option: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&[aria-disabled="true"]': { color: tokens.colorNeutralForeground3 },
  },
  current: {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  check: { flexShrink: 0, width: '16px', lineHeight: 0, paddingTop: '2px' },
});

/** An entry as the list shows it. */
export interface SelectEntry {
  readonly value: string;
  readonly label: string;
  /** It keeps its place and can be pressed, which says why it can't be chosen. */
  readonly isRefused: boolean;
  readonly content: ReactNode;
}

export interface SelectProps extends Pick<
  AriaAttributes,
  'aria-labelledby' | 'aria-describedby' | 'aria-invalid' | 'aria-required'
> {
  readonly id: string;
  readonly ref?: Ref<HTMLButtonElement>;
  /** The value and the text of what is chosen; null: nothing. */
  readonly chosen: { readonly value: string; readonly label: string } | null;
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string;
  /** Drawn only while the list is open. */
  readonly entries: () => readonly SelectEntry[];
  readonly onChoose: (value: string) => void;
  readonly onBlur?: () => void;
}

/**
 * A choice from a list that opens under it, drawn only while it is open: a form has many of them, and each
 * key would draw all their entries. Keyboard and roles as a select-only combobox has them.
 */
export function Select(props: SelectProps) {
  const styles = useStyles();
  const { id, ref, chosen, placeholder, entries, onChoose, onBlur, ...aria } = props;
  const [at, setAt] = useState<number | null>(null);
  const letters = useRef(NO_LETTERS);
  // The same each time: the list is shown once.
  const [show] = useState(() => showUnder(id));
  const isOpen = at !== null;
  const listId = `${id}-list`;
  const shown = isOpen ? entries() : [];
  const chooseAt = (index: number) => {
    setAt(null);
    const entry = shown[index];
    if (entry !== undefined) onChoose(entry.value);
  };
  const openAt = (wanted: number | null) => {
    const all = entries();
    const own = all.findIndex(({ value }) => value === chosen?.value);
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
    setAt(Math.min(Math.max(wanted ?? own, 0), Math.max(all.length - 1, 0)));
  };
  const goTo = (step: SelectStep) => {
    if (step.step === 'open') openAt(step.at);
    if (step.step === 'move') setAt(step.at);
    if (step.step === 'close') setAt(null);
    if (step.step === 'choose') chooseAt(at ?? -1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const word = typedOn(letters.current, event);
    if (word === null && selectStep(event, { isOpen, at: -1, count: 0 }).step === 'none') return;
    const labels = entries().map(({ label }) => label);
    const now = { isOpen, at: at ?? labels.indexOf(chosen?.label ?? ''), count: labels.length };
    if (word !== null) letters.current = word;
    const step = word === null ? selectStep(event, now) : letterStep(word.text, labels, now);
    // The key that leaves the field goes on to the next one.
    if (step.step !== 'choose' || !step.goesOn) event.preventDefault();
    goTo(step);
  };
  return (
    <>
      <button
        {...aria}
        type="button"
        role="combobox"
        id={id}
        ref={ref}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(id, at) : undefined}
        className={styles.box}
        onClick={() => (isOpen ? setAt(null) : openAt(null))}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setAt(null);
          onBlur?.();
        }}
      >
        <span className={mergeClasses(styles.text, chosen === null && styles.placeholder)}>
          <Name>{chosen === null ? placeholder : chosen.label}</Name>
        </span>
        <ChevronDown20Regular aria-hidden className={styles.chevron} />
      </button>
      {isOpen && (
        <div
          role="listbox"
          tabIndex={-1}
          id={listId}
          aria-labelledby={aria['aria-labelledby']}
          popover="manual"
          ref={show}
          className={styles.list}
          // The focus stays with the field, which knows the current entry.
          onMouseDown={(event) => event.preventDefault()}
        >
          {shown.map(({ value, isRefused, content }, index) => (
            <button
              key={value}
              type="button"
              role="option"
              tabIndex={-1}
              id={optionId(id, index)}
              aria-selected={value === chosen?.value}
              aria-disabled={isRefused}
              ref={index === at ? intoView : undefined}
              className={mergeClasses(styles.option, index === at && styles.current)}
              onClick={() => chooseAt(index)}
            >
              <span className={styles.check}>
                {value === chosen?.value && <Checkmark16Regular aria-hidden />}
              </span>
              {content}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

const optionId = (id: string, index: number): string => `${id}-option-${String(index)}`;

/** Shows a list under its field. */
function showUnder(id: string) {
  return (list: HTMLElement | null): void => {
    const source = document.getElementById(id);
    if (source !== null) list?.showPopover({ source });
  };
}

function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
