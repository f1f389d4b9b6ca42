import { Button, mergeClasses } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import { type KeyboardEvent, Suspense, useCallback, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { keepFocus } from '#src/app/search/keep-focus.ts';
import type { TakeKey } from '#src/app/search/keys.ts';
import { LazyPanel, loadPanel } from '#src/app/search/lazy-panel.tsx';
import { SearchInput } from '#src/app/search/SearchInput.tsx';
import { useSearchStyles } from '#src/app/search/search-styles.ts';
import { isSearchShortcut } from '#src/app/search/shortcut.ts';
import { useShortcut } from '#src/app/window-keys.ts';
import { searchField as words } from '#src/strings/shell.ts';

export interface SearchBarProps {
  readonly isDark: boolean;
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/**
 * The search over everything, from anywhere by Ctrl+K. The field is there at once and its list comes
 * later: Fluent's Combobox comes as a whole, and letters typed while it loads would go elsewhere.
 */
export function SearchBar({ isDark, buttonClass }: SearchBarProps) {
  const styles = useSearchStyles();
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
      aria-label={words.landmark}
      className={mergeClasses(styles.root, isOpen && styles.rootOpen)}
    >
      <Button
        appearance="transparent"
        className={mergeClasses(buttonClass, styles.opener, isOpen && styles.hidden)}
        icon={<Search20Regular />}
        aria-label={words.open}
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
        <Suspense fallback={<div id={listId} role="grid" aria-label={words.results} />}>
          <LazyPanel
            typed={typed}
            listId={listId}
            label={words.results}
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
