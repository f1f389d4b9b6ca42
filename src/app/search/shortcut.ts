import { useEffect, useEffectEvent } from 'react';
import { searchField } from '#src/strings/search.ts';

/** How the shortcut is written on this machine's keys. */
export const SHORTCUT = navigator.userAgent.includes('Mac')
  ? searchField.shortcut.mac
  : searchField.shortcut.other;

/** Calls `onShortcut` at Ctrl+K or Cmd+K, wherever the focus is, except in a dialog. */
export function useShortcut(onShortcut: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isShortcut(event) || isDialogOpen()) return;
    // Browsers search in their own address bar.
    event.preventDefault();
    onShortcut();
  });
  // Keys pressed anywhere in the window, which is not React's; before a field can take them.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

/** Either key on any system: people use foreign keyboards. The letter may be in capitals. */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
}

/** A dialog holds the focus until it is answered. */
function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
