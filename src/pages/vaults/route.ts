/** The list of all vaults. */
export const vaults = {
  path: '/vaults',
} as const;
