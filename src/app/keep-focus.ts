import { afterReal } from '#src/lib/clock.ts';

/** Real milliseconds in which what closes over the page hands the focus back by itself. */
const HANDED_BACK_MS = 100;

/** What lies over the page for a while: who was in it comes back to where they were before. */
const OVER_PAGE = '[role="dialog"], [role="alertdialog"], [data-over-page]';

const HEADINGS = 'h1, h2, h3, h4';

/** What has the focus, and all that it stands in up to the body. */
type Trail = readonly HTMLElement[];

/**
 * Keeps the focus in the page when what has it goes away, as a button that is gone by its own press:
 * the heading of the place where it stood takes it. Who leaves an element by their own will is left alone.
 * Gives what ends it.
 */
export function keepFocusIn(root: HTMLElement): () => void {
  let trail: Trail = [];
  let before: Trail = [];
  const isLost = (): boolean =>
    trail[0]?.isConnected === false && document.activeElement === document.body;
  const bringBack = (lost: Trail): void => {
    if (document.activeElement === document.body) candidates(lost).some(takesFocus);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    trail = trailOf(target);
    if (overlayOf(trail, root) === undefined) before = trail;
  };
  const onLeave = (): void =>
    queueMicrotask(() => {
      const isLeft = trail[0]?.isConnected === true && document.activeElement === document.body;
      if (isLeft) trail = [];
    });
  const onChange = (): void => {
    if (!isLost()) return;
    const lost = trail;
    trail = [];
    if (overlayOf(lost, root)?.isConnected === false)
      afterReal(HANDED_BACK_MS, () => bringBack(before));
    else bringBack(lost);
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onLeave);
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onLeave);
    observer.disconnect();
  };
}

function trailOf(element: HTMLElement): Trail {
  const { parentElement } = element;
  return parentElement === null || parentElement === document.body
    ? [element]
    : [element, ...trailOf(parentElement)];
}

/** What lies over the page and holds the start of a trail. Lists and menus hang from the body itself. */
function overlayOf(trail: Trail, root: HTMLElement): HTMLElement | undefined {
  const hanging = trail.at(-1);
  return trail.find((one) => one.matches(OVER_PAGE)) ?? (hanging === root ? undefined : hanging);
}

/**
 * What may take a focus that was lost, the nearest first: what had it, if it is still there; where the
 * eye should go in what has come instead; the headings of the place; those above it; the content.
 */
function candidates(lost: Trail): HTMLElement[] {
  const place = lost.find(({ isConnected }) => isConnected) ?? document.body;
  const isAbove = (heading: HTMLElement): boolean =>
    (place.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return [
    ...(place === lost[0] ? [place] : []),
    ...place.querySelectorAll<HTMLElement>('[data-arrival]'),
    ...place.querySelectorAll<HTMLElement>(HEADINGS),
    ...[...document.querySelectorAll<HTMLElement>(HEADINGS)].filter(isAbove).toReversed(),
    ...document.querySelectorAll<HTMLElement>('main'),
  ];
}

/** Whether an element can have the focus: it has it then. */
function takesFocus(element: HTMLElement): boolean {
  if (!element.hasAttribute('tabindex') && element.matches(HEADINGS)) element.tabIndex = -1;
  // The content as a whole is in view already: the page must not move under who pressed.
  element.focus({ preventScroll: element.matches('main') });
  return document.activeElement === element;
}
