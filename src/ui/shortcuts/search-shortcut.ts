import { searchField } from '#src/strings/search.ts';

/** How the shortcut of the search is written on this machine's keys. */
export const SEARCH_SHORTCUT = navigator.userAgent.includes('Mac')
  ? searchField.shortcut.mac
  : searchField.shortcut.other;
