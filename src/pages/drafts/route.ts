/** The drafts of this browser: nothing is read before the page is drawn. */
export const draftsPage = { path: '/drafts' } as const;
