import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { regionsQuery } from '#src/api/queries/placement.ts';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import type { CrossSubscriptionState, Vault } from '#src/model/recovery-services.ts';
import type { ChangeView } from '#src/api/queries/vault-change-view.ts';
import { CrossRegion } from '#src/pages/vault/CrossRegion.tsx';
import { CrossSubscription } from '#src/pages/vault/CrossSubscription.tsx';
import { MovedVault } from '#src/pages/vault/MovedVault.tsx';
import { namesOf } from '#src/pages/vault/names.ts';
import { VaultContents } from '#src/pages/vault/VaultContents.tsx';
import { VaultFacts } from '#src/pages/vault/VaultFacts.tsx';
import { vaults } from '#src/strings/vaults.ts';
import { SkeletonRows } from '#src/ui/states/SkeletonRows.tsx';
import { TIGHT } from '#src/ui/room.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    [TIGHT]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    minWidth: 0,
    maxWidth: '720px',
  },
});

export interface VaultPartsProps {
  readonly vault: Vault;
  readonly change: ChangeView;
  readonly onChange: (wanted: CrossSubscriptionState) => void;
  /** Reads the vault again. */
  readonly onLook: () => void;
}

/** Everything that one vault says, and what document 000 says to it. */
export function VaultParts({ vault, change, onChange, onLook }: VaultPartsProps) {
  const styles = useStyles();
  const subscriptions = useQuery(subscriptionsQuery());
  const regions = useQuery(regionsQuery(vault.subscriptionId));
  if (subscriptions.isPending || regions.isPending) return <SkeletonRows what={vaults.one.what} />;
  const names = namesOf(vault, subscriptions.data, regions.data);
  return (
    <div className={styles.root}>
      <div className={styles.column}>
        <VaultFacts vault={vault} names={names} />
        <VaultContents vaultId={vault.id} />
      </div>
      <div className={styles.column}>
        <MovedVault vault={vault} names={names} />
        <CrossSubscription
          vault={vault}
          names={names}
          change={change}
          onChange={onChange}
          onLook={onLook}
        />
        <CrossRegion vault={vault} names={names} />
      </div>
    </div>
  );
}
