import type { SyntheticEvent } from 'react';

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
