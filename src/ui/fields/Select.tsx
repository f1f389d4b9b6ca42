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
import { wizard } from '#src/strings/wizard.ts';
import { Name } from '#src/ui/text.tsx';

/** What a key does to a list that is shown or not: `at` is the entry that it leads to. */
export type SelectStep =
  | { readonly step: 'open' | 'move'; readonly at: number }
  /** Chooses the current entry; `goesOn` where the key moves the focus besides. */
  | { readonly step: 'choose'; readonly goesOn: boolean }
  | { readonly step: 'close' }
  /** The browser does with the key what it always does. */
  | { readonly step: 'none' };

/** The list as it stands when a key comes. */
interface SelectNow {
  readonly isOpen: boolean;
  /** The current entry; -1: none. */
  readonly at: number;
  readonly count: number;
}

interface Key {
  readonly key: string;
  readonly altKey: boolean;
}

const NONE: SelectStep = { step: 'none' };
const PAGE = 10;

/** What a key does, as the pattern of a select-only combobox has it (WAI-ARIA Authoring Practices). */
export function selectStep({ key, altKey }: Key, now: SelectNow): SelectStep {
  return now.isOpen ? whileOpen({ key, altKey }, now) : whileClosed(key, now);
}

function whileClosed(key: string, { at, count }: SelectNow): SelectStep {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
    case 'Enter':
    case ' ':
      return { step: 'open', at: Math.max(at, 0) };
    case 'Home':
      return { step: 'open', at: 0 };
    case 'End':
      return { step: 'open', at: count - 1 };
    default:
      return NONE;
  }
}

function whileOpen({ key, altKey }: Key, { at, count }: SelectNow): SelectStep {
  const to = (wanted: number): SelectStep => ({
    step: 'move',
    at: Math.max(0, Math.min(wanted, count - 1)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return altKey ? { step: 'choose', goesOn: false } : to(at - 1);
    case 'PageDown':
      return to(at + PAGE);
    case 'PageUp':
      return to(at - PAGE);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    case 'Enter':
    case ' ':
      return { step: 'choose', goesOn: false };
    case 'Tab':
      return { step: 'choose', goesOn: true };
    case 'Escape':
      return { step: 'close' };
    default:
      return NONE;
  }
}

/** The letters typed one after the other, and when the latest came, in milliseconds of the page. */
interface Letters {
  readonly text: string;
  readonly at: number;
}

export const NO_LETTERS: Letters = { text: '', at: 0 };

/** A pause that starts a new word, in milliseconds. */
const PAUSE_MS = 500;

/** The letters with one more; null where the key is no letter. */
export function typedOn(
  letters: Letters,
  event: { readonly key: string; readonly timeStamp: number } & ModifierKeys,
): Letters | null {
  const { key, timeStamp } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || key.length !== 1) return null;
  const text = timeStamp - letters.at > PAUSE_MS ? '' : letters.text;
  return key === ' ' && text === '' ? null : { text: text + key, at: timeStamp };
}

interface ModifierKeys {
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What letters do: they lead to an entry, and show the list. */
function letterStep(
  text: string,
  labels: readonly string[],
  { isOpen, at }: SelectNow,
): SelectStep {
  const found = entryWith(text, labels, at);
  return { step: isOpen ? 'move' : 'open', at: Math.max(found === -1 ? at : found, 0) };
}

/**
 * The next entry that starts with some letters, in any letter case, from the current one on; one letter
 * again and again goes through those that start with it. -1: none does.
 */
export function entryWith(text: string, labels: readonly string[], at: number): number {
  const first = text.charAt(0);
  const isSame = text === first.repeat(text.length);
  const wanted = (isSame ? first : text).toLowerCase();
  // The current entry may be meant by more letters, and not by the same one again.
  const from = isSame ? at + 1 : Math.max(at, 0);
  const found = labels.findIndex(
    (_, index) => labels[(from + index) % labels.length]?.toLowerCase().startsWith(wanted) === true,
  );
  return found === -1 ? -1 : (from + found) % labels.length;
}

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
    '@media (max-height: 639px)': { scrollMarginBottom: '64px' },
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
  none: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
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
interface SelectEntry {
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
          {shown.length === 0 && (
            <span
              role="option"
              tabIndex={-1}
              aria-disabled
              aria-selected={false}
              className={styles.none}
            >
              {wizard.noOptions}
            </span>
          )}
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
