/** Texts for the search in the top bar; those for its results are in `search-results.ts`. */
export const searchField = {
  label: 'Search instances, jobs, and vaults',
  landmark: 'Search everything',
  open: 'Search',
  close: 'Close the search',
  results: 'Search results',
  shortcut: { mac: '⌘K', other: 'Ctrl+K' },
  what: 'the search',
} as const;
