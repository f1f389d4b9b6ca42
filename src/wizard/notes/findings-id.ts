/** The id of the heading of what stands against a restore at Review: what names an issue leads there. */
export const FINDINGS_ID = 'findings';
