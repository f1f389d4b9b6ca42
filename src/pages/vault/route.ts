/** One vault. */
export const vault = { path: '/vaults/$vaultId' } as const;
