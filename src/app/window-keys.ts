import { useEffect, useEffectEvent } from 'react';

/** Calls `onShortcut` at a key, wherever the focus is, except in a dialog. */
export function useShortcut(
  isShortcut: (event: KeyboardEvent) => boolean,
  onShortcut: () => void,
): void {
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

/** A dialog holds the focus until it is answered. */
function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"], dialog:modal') !== null;
}

/** Ctrl+K or Cmd+K. Either on any system: people use foreign keyboards. The letter may be in capitals. */
export function isSearchShortcut(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
}
