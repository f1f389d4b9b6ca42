import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Notice } from '#src/ui/Notice.tsx';
import { regionsQuery, subscriptionsQuery } from '#src/api/resources/places.ts';
import type { Vault } from '#src/model/vaults.ts';
import { vaults } from '#src/strings/vaults.ts';
import {
  CrossSubscription,
  type VaultChanging,
} from '#src/datasources/azure-vm/vault/CrossSubscription.tsx';
import { SkeletonRows } from '#src/ui/states/SkeletonRows.tsx';
import { VaultColumns } from '#src/ui/VaultPage.tsx';
import { CrossRegion } from '#src/datasources/azure-vm/vault/CrossRegion.tsx';
import { namesOf, type VaultPartProps } from '#src/datasources/azure-vm/vault/names.ts';
import { VaultContents } from '#src/datasources/azure-vm/vault/VaultContents.tsx';
import { VaultFacts } from '#src/datasources/azure-vm/vault/VaultFacts.tsx';

const useStyles = makeStyles({ column: { maxWidth: '720px' } });

export interface VaultPartsProps extends VaultChanging {
  readonly vault: Vault;
}

/** Everything that one vault says, and what document 000 says to it. */
export function VaultParts({ vault, ...changing }: VaultPartsProps) {
  const styles = useStyles();
  const subscriptions = useQuery(subscriptionsQuery());
  const regions = useQuery(regionsQuery(vault.subscriptionId));
  if (subscriptions.isPending || regions.isPending) return <SkeletonRows what={vaults.one.what} />;
  const names = namesOf(vault, subscriptions.data, regions.data);
  return (
    <VaultColumns
      className={styles.column}
      left={
        <>
          <VaultFacts vault={vault} names={names} />
          <VaultContents vaultId={vault.id} />
        </>
      }
      right={
        <>
          <MovedVault vault={vault} names={names} />
          <CrossSubscription vault={vault} names={names} {...changing} />
          <CrossRegion vault={vault} names={names} />
        </>
      }
    />
  );
}

const movedWords = vaults.moved;

/** What document 000 says of a vault that was moved to another subscription; nothing of others. */
function MovedVault({ vault, names }: VaultPartProps) {
  const { movedFrom, subscription } = names;
  if (movedFrom === null) return null;
  const now = movedWords.now[vault.crossSubscriptionRestore ?? 'silent'](movedFrom, subscription);
  return (
    <Notice intent="warning" title={movedWords.title(movedFrom)}>
      {`${movedWords.rule(movedFrom)} ${now} ${vaults.source(vaults.crossSubscription.sourceHeading)}.`}
    </Notice>
  );
}
