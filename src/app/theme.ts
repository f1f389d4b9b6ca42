import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { onForeignEntry, readEntry, writeEntry } from '#src/lib/storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
type ThemeChoice = (typeof THEMES)[number];

const NAME = 'theme';
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = newListeners();
let inThisTab: ThemeChoice | null = null;
onNewVisit(() => {
  inThisTab = null;
});

/** The selected theme, stored by the browser; the system's by default. */
export function useTheme(): {
  readonly choice: ThemeChoice;
  readonly theme: Theme;
  readonly isDark: boolean;
} {
  const choice = useSyncExternalStore(subscribe, readChoice);
  const isSystemDark = useSyncExternalStore(subscribe, () => darkSystem.matches);
  const isDark = choice === 'dark' || (choice === 'system' && isSystemDark);
  return { choice, isDark, theme: isDark ? webDarkTheme : webLightTheme };
}

/** Chooses a theme. Where storage is forbidden it holds in this tab only. */
export function chooseTheme(choice: ThemeChoice): void {
  inThisTab = writeEntry(NAME, choice).ok ? null : choice;
  listeners.tell();
}

function readChoice(): ThemeChoice {
  const entry = readEntry(NAME);
  const stored = entry.ok ? entry.value : null;
  return inThisTab ?? THEMES.find((theme) => theme === stored) ?? 'system';
}

function subscribe(listener: () => void): () => void {
  const leave = listeners.listen(listener);
  darkSystem.addEventListener('change', listener);
  const stop = onForeignEntry(listener);
  return () => {
    leave();
    darkSystem.removeEventListener('change', listener);
    stop();
  };
}
