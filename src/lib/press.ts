/** A press as the browser reports it: one press of a person can arrive as several. */

let isSecondClick = false;

/**
 * Whether what is pressed now is the second click of a double click. The first may have been refused in between,
 * unread by the person, or was on something else in the same place.
 */
export const isRepeatedPress = (): boolean => isSecondClick;

/** A key as far as it matters here. */
type Key = Pick<KeyboardEvent, 'key' | 'repeat' | 'target' | 'preventDefault'>;

/** Where a held Enter writes lines. */
const isForLines = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('textarea, [contenteditable="true"]');

/** An Enter that is held presses once: browsers press again with every repetition, also what got the focus since. */
export function keepToOnePress(event: Key): void {
  if (event.key === 'Enter' && event.repeat && !isForLines(event.target)) event.preventDefault();
}

/** Writes down of a click whether it repeats one. */
export function noteClick({ detail }: Pick<MouseEvent, 'detail'>): void {
  isSecondClick = detail > 1;
}

/** Watches all presses of a page, before anything in it hears of them. */
export function watchPresses(page: Document): void {
  page.addEventListener('keydown', keepToOnePress, { capture: true });
  page.addEventListener('click', noteClick, { capture: true });
}
