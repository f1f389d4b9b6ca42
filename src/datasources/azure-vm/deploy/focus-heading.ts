/** Puts the focus on the heading of a part of the page that has just been drawn. */
export const focusHeading = (part: HTMLElement | null): void => part?.querySelector('h2')?.focus();
