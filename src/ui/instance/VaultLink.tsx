import { RouterLink } from '#src/ui/links.tsx';

export interface VaultLinkProps {
  /** The vault as addresses have it. */
  readonly address: string;
  readonly name: string;
}

/** The way to the vault that keeps the points. */
export function VaultLink({ address, name }: VaultLinkProps) {
  return (
    <RouterLink to="/vaults/$vaultId" params={{ vaultId: address }}>
      {name}
    </RouterLink>
  );
}
