import type { MouseEvent, SyntheticEvent } from 'react';
import { searchField } from '#src/strings/shell.ts';

/**
 * Puts focus on a field by its name, which is also the id of its control; of a group of radios on
 * the one that is chosen, else the first. A part that is folded up is opened first. Returns false when there is no such field on the page.
 */
export function focusField(name: string): boolean {
  const named = name === '' ? null : document.getElementById(name);
  if (named === null) return false;
  const control = named.matches('[role="radiogroup"]')
    ? (named.querySelector<HTMLElement>('input:checked') ?? named.querySelector('input'))
    : named;
  const folded = control?.closest('details');
  if (folded) folded.open = true;
  control?.focus();
  return control !== null;
}

/** For the `ref` of what takes the focus as soon as it is there. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** The same for what is in view already: the page stays where it is. */
export function takeFocusInPlace(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/** Whether a text field, known by its id, has the focus: what changes in it is typed there. */
export function isTypedIn(field: string): boolean {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLInputElement &&
    activeElement.type === 'text' &&
    activeElement.id === field
  );
}

/** Selects what an element shows, for the keys to copy. The focus stays where it is. */
export function selectContents(element: HTMLElement | null): void {
  if (element !== null) getSelection()?.selectAllChildren(element);
}

/** What in a row has presses of its own. */
const CONTROLS = 'a, button, input, label, dialog, [popover], [role="alertdialog"]';

/** Whether a press in a row is the row's own: no control's, and not the end of a drag that has marked text. */
export function isOfRow({ target, currentTarget }: MouseEvent): boolean {
  return (
    target instanceof Element &&
    // React tells of presses in a dialog of the row, too, wherever that stands.
    currentTarget.contains(target) &&
    target.closest(CONTROLS) === null &&
    getSelection()?.type !== 'Range'
  );
}

/** Whether a key is held with which a press on a link opens a tab: what is no link must not lead away then. */
export const isForTab = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey;

/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Characters in a tooltip. */
const MOST = 2000;
/** How far above the pointer's element it may be that its text is cut. */
const LEVELS = 4;

/** What has a tooltip of ours now. */
let titled: HTMLElement | null = null;

/** Gives what the pointer comes to, where its text is cut, a tooltip with the whole. */
export function titleWhatIsCut({ target }: SyntheticEvent): void {
  titled?.removeAttribute('title');
  titled =
    target instanceof HTMLElement && target.closest('[title]') === null ? cutAt(target) : null;
  if (titled !== null) titled.title = titled.textContent.slice(0, MOST);
}

function cutAt(target: HTMLElement): HTMLElement | null {
  let element: HTMLElement | null = target;
  for (let level = 0; element !== null && level < LEVELS; level += 1) {
    if (isCut(element)) return element;
    element = element.parentElement;
  }
  return null;
}

function isCut(element: HTMLElement): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
  if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth) return true;
  return webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight;
}

/** How the shortcut of the search is written on this machine's keys. */
export const SEARCH_SHORTCUT = navigator.userAgent.includes('Mac')
  ? searchField.shortcut.mac
  : searchField.shortcut.other;
