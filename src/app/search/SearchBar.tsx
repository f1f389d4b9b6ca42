import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import {
  type KeyboardEvent,
  lazy,
  type Ref,
  Suspense,
  useCallback,
  useId,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { SearchPanelProps, TakeKey } from '#src/app/search/SearchPanel.tsx';
import { isSearchShortcut, useShortcut } from '#src/app/window-keys.ts';
import { loadCode } from '#src/lib/load.ts';
import { common } from '#src/strings/common.ts';
import { searchField } from '#src/strings/shell.ts';
import { PartFailed } from '#src/ui/Part.tsx';
import { SEARCH_SHORTCUT } from '#src/ui/dom.ts';

/**
 * Keeps the focus in the field while the pointer works in the search, and calls `onLeft` when it
 * goes elsewhere. Returns the way to stop. Listened to on the element itself: the search is a
 * landmark, and no control that could have handlers.
 */
function keepFocus(search: HTMLElement, onLeft: () => void): () => void {
  const onPress = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
  };
  const onOut = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && search.contains(relatedTarget))) onLeft();
  };
  search.addEventListener('mousedown', onPress);
  search.addEventListener('focusout', onOut);
  return () => {
    search.removeEventListener('mousedown', onPress);
    search.removeEventListener('focusout', onOut);
  };
}

/** Loads what searches and lists, with the constraints: with the first look at the field. */
async function loadPanel() {
  const [{ SearchPanel }, { searches }] = await loadCode(() =>
    Promise.all([import('#src/app/search/SearchPanel.tsx'), import('#src/app/search/searches.ts')]),
  );
  const loaded = await searches;
  return {
    default: (props: SearchPanelProps) => <SearchPanel {...props} searches={loaded} />,
  };
}

/** The list under the field. Where it cannot be had, the rest of the page goes on. */
const LazyPanel = lazy(() =>
  loadPanel().catch((error: unknown) => ({ default: () => <CannotLoad error={error} /> })),
);

function CannotLoad({ error }: { readonly error: unknown }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <PartFailed what={searchField.what} error={error} />
    </div>
  );
}

const NARROW = '@media (max-width: 639px)';

interface SearchInputProps {
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly typed: string;
  readonly isOpen: boolean;
  readonly isDark: boolean;
  readonly listId: string;
  readonly className: string;
  readonly onTyped: (typed: string) => void;
  readonly onPress: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onClose: () => void;
}

/** The field itself: there with the first paint, so that no letter is lost. */
function SearchInput(props: SearchInputProps) {
  const styles = useStyles();
  const { isOpen, isDark, listId } = props;
  return (
    <div className={mergeClasses(styles.searchInputRoot, isDark && styles.dark, props.className)}>
      <span aria-hidden className={styles.icon}>
        <Search20Regular />
      </span>
      <input
        ref={props.fieldRef}
        role="combobox"
        className={styles.input}
        value={props.typed}
        placeholder={searchField.label}
        aria-label={searchField.label}
        aria-autocomplete="list"
        aria-haspopup="grid"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-keyshortcuts="Control+K Meta+K"
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => props.onTyped(target.value)}
        onClick={props.onPress}
        onFocus={props.onFocus}
        onKeyDown={props.onKeyDown}
      />
      <span aria-hidden className={styles.shortcut}>
        {SEARCH_SHORTCUT}
      </span>
      <Button
        appearance="transparent"
        className={styles.closer}
        aria-label={searchField.close}
        onClick={props.onClose}
      >
        {common.close}
      </Button>
    </div>
  );
}

const MIDDLE = '@media (max-width: 1023px)';

/** The look of the search in the top bar: a field with a list below, all over a narrow screen. */
const useStyles = makeStyles({
  root: {
    position: 'absolute',
    zIndex: 4,
    insetBlockStart: '100%',
    insetInline: 0,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  searchInputRoot: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '32px',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForegroundStaticInverted,
    backgroundColor: tokens.colorBrandBackgroundHover,
    // Only forced colors draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-within': { outline: `2px solid ${tokens.colorNeutralForegroundStaticInverted}` },
    [NARROW]: {
      height: '48px',
      paddingInlineEnd: 0,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      borderRadius: 0,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      ':focus-within': { outlineStyle: 'none' },
    },
  },
  dark: { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1 },
  icon: { display: 'inline-flex', flexShrink: 0 },
  input: {
    flex: '1 1 auto',
    minWidth: 0,
    height: '100%',
    padding: 0,
    color: 'inherit',
    backgroundColor: 'transparent',
    border: 'none',
    outlineStyle: 'none',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    textOverflow: 'ellipsis',
    '::placeholder': { color: 'inherit', opacity: 1 },
    // Smaller text would make a phone zoom in.
    [NARROW]: { fontSize: tokens.fontSizeBase400 },
  },
  shortcut: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 1023px)': { display: 'none' },
  },
  closer: { display: 'none', [NARROW]: { display: 'inline-flex' } },
  searchRoot: {
    position: 'relative',
    flex: '0 1 480px',
    minWidth: '160px',
    // The bar has the time zone, too.
    [MIDDLE]: { position: 'static', minWidth: '96px' },
    [NARROW]: { flex: '0 0 auto', minWidth: 0 },
  },
  rootOpen: {
    [NARROW]: {
      position: 'fixed',
      inset: 0,
      zIndex: 4,
      display: 'flex',
      flexDirection: 'column',
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  opener: { display: 'none', [NARROW]: { display: 'inline-flex' } },
  hidden: { [NARROW]: { display: 'none' } },
});

interface SearchBarProps {
  readonly isDark: boolean;
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/**
 * The search over everything, from anywhere by Ctrl+K. The field is there at once and its list comes
 * later: Fluent's Combobox comes as a whole, and letters typed while it loads would go elsewhere.
 */
export function SearchBar({ isDark, buttonClass }: SearchBarProps) {
  const styles = useStyles();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const keys = useRef<TakeKey>(() => false);
  const cameFrom = useRef<Element | null>(null);

  const open = (from: Element | null) => {
    // Something covers the bar, and holds the focus.
    if (field?.closest('[inert]')) return;
    if (from !== field) cameFrom.current = from;
    // On a narrow screen the field is there only while the search is open.
    flushSync(() => setIsOpen(true));
    field?.focus();
    field?.select();
  };
  const leave = () => {
    // On a narrow screen the button to go back to is there only while the search is closed.
    flushSync(() => setIsOpen(false));
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
    cameFrom.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.shiftKey || event.altKey || event.ctrlKey) return;
    if (!isOpen) {
      if (event.key !== 'ArrowDown') return;
      setIsOpen(true);
    } else if (event.key === 'Escape') leave();
    else if (!keys.current(event.key, isAtEnd(field))) return;
    event.preventDefault();
  };
  useShortcut(isSearchShortcut, () => open(document.activeElement));
  const watchFocus = useCallback(
    (search: HTMLElement | null) =>
      search === null ? undefined : keepFocus(search, () => setIsOpen(false)),
    [],
  );

  return (
    <div
      ref={watchFocus}
      role="search"
      aria-label={searchField.landmark}
      className={mergeClasses(styles.searchRoot, isOpen && styles.rootOpen)}
    >
      <Button
        appearance="transparent"
        className={mergeClasses(buttonClass, styles.opener, isOpen && styles.hidden)}
        icon={<Search20Regular />}
        aria-label={searchField.open}
        onClick={({ currentTarget }) => open(currentTarget)}
      />
      <SearchInput
        fieldRef={setField}
        typed={typed}
        isOpen={isOpen}
        isDark={isDark}
        listId={listId}
        className={isOpen ? '' : styles.hidden}
        onTyped={(text) => {
          setTyped(text);
          setIsOpen(true);
        }}
        onPress={() => setIsOpen(true)}
        onFocus={() => void loadPanel().catch(() => undefined)}
        onKeyDown={onKeyDown}
        onClose={leave}
      />
      {isOpen && (
        <Suspense fallback={<div id={listId} role="grid" aria-label={searchField.results} />}>
          <LazyPanel
            typed={typed}
            listId={listId}
            label={searchField.results}
            field={field}
            keys={keys}
            // The page that was opened takes the focus.
            onFollow={() => {
              setTyped('');
              setIsOpen(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Whether the caret stands behind all that is typed, and nothing is selected. */
function isAtEnd(field: HTMLInputElement | null): boolean {
  return field?.selectionStart === field?.value.length;
}
