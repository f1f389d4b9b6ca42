/** The fields of the wizard that can mend a restore that failed. */
export const MENDING_FIELDS = ['point', 'group', 'option', 'confirmReplace', 'vmSize'] as const;
export type MendingField = (typeof MENDING_FIELDS)[number];
