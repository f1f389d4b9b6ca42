import { vaultsSearch } from '#src/pages/vaults/search.ts';

/** The list of all vaults. */
export const vaults = { path: '/vaults', search: vaultsSearch } as const;
