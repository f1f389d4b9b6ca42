import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import type { KeyboardEvent, Ref } from 'react';
import { common } from '#src/strings/common.ts';
import { searchField as words } from '#src/strings/shell.ts';
import { SEARCH_SHORTCUT } from '#src/ui/dom.ts';

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  root: {
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
});

export interface SearchInputProps {
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
export function SearchInput(props: SearchInputProps) {
  const styles = useStyles();
  const { isOpen, isDark, listId } = props;
  return (
    <div className={mergeClasses(styles.root, isDark && styles.dark, props.className)}>
      <span aria-hidden className={styles.icon}>
        <Search20Regular />
      </span>
      <input
        ref={props.fieldRef}
        role="combobox"
        className={styles.input}
        value={props.typed}
        placeholder={words.label}
        aria-label={words.label}
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
        aria-label={words.close}
        onClick={props.onClose}
      >
        {common.close}
      </Button>
    </div>
  );
}
