import { readEntry, writeEntry } from '#src/lib/storage.ts';

const ENTRY = 'firstVisit';

/** Where storage is forbidden it is over until the page is left. */
let isOver = false;

/** Whether a person who has never been in this demo sees it. */
export function isFirstVisit(): boolean {
  const entry = readEntry(ENTRY);
  return !isOver && !(entry.ok && entry.value !== null);
}

/** Once something was tried, or shown by an address that says what, the first visit is over for good. */
export function endFirstVisit(): void {
  isOver = true;
  writeEntry(ENTRY, 'over');
}
