import { makeStyles } from '@fluentui/react-components';
import { type Mutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { onRecords } from '#src/actions/record.ts';
import {
  type ChangeState,
  changeView,
  isAwaited,
  rejectedChange,
  resumeVaultChange,
  type VaultChange,
  type VaultChangeEnd,
  vaultChangeKey,
  vaultChangeMutation,
} from '#src/actions/vault-change.ts';
import { problemOf, readAgainIn, readAt, prefetch } from '#src/api/queries/query.ts';
import { useWrite } from '#src/api/queries/use-write.ts';
import { vaultRestoresQuery } from '#src/api/recovery-services/jobs.ts';
import {
  vaultEncryptionQuery,
  vaultItemsQuery,
  vaultQuery,
} from '#src/api/recovery-services/vaults.ts';
import { regionsQuery, subscriptionsQuery } from '#src/api/resources/places.ts';
import {
  CrossSubscription,
  type VaultChanging,
} from '#src/datasources/azure-vm/vault/CrossSubscription.tsx';
import {
  CrossRegionState,
  DocumentSentences,
  namesOf,
  type VaultNames,
  type VaultPartProps,
} from '#src/datasources/azure-vm/vault/RestoreStates.tsx';
import type { VaultPageOf } from '#src/datasources/datasource.ts';
import { listText } from '#src/lib/wording.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { Vault, VaultEncryption } from '#src/model/vaults.ts';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { VaultColumns, VaultPageFrame, VaultSection } from '#src/ui/VaultPageFrame.tsx';
import { InlineRead } from '#src/ui/InlineRead.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';

const words = vaults.crossRegion;

/** Whether the vault can be restored from in its paired region, what that needs and what it gives. */
export function CrossRegion({ vault, names }: VaultPartProps) {
  return (
    <VaultSection title={words.title}>
      <CrossRegionState isOn={vault.crossRegionRestore} />
      <DocumentSentences sentences={sentencesFor(vault, names)} heading={words.sourceHeading} />
    </VaultSection>
  );
}

const isGeo = ({ redundancy }: Vault): boolean => redundancy?.includes('G') === true;

function sentencesFor(vault: Vault, { region, pair = null }: VaultNames): string[] {
  const has = words.has(vault.redundancy === null ? null : vaults.redundancy[vault.redundancy]);
  const given = [words.lag, words.tier, words.kinds, words.not, words.staging(pair)];
  if (vault.crossRegionRestore === true) return [words.gives(region, pair), ...given];
  const needs = `${words.needs} ${has}`;
  const would = words.wouldGive(region, pair);
  if (vault.crossRegionRestore === null) return [words.silent, needs, would];
  return isGeo(vault) ? [needs, words.canTurnOn, would, words.lag] : [needs, would];
}

const contentsWords = vaults.inside;

/** How much is in a vault, and the ways to see it. Each part reports its own missing permission. */
function VaultContents({ vaultId }: { readonly vaultId: ResourceId }) {
  const items = useQuery(vaultItemsQuery(vaultId));
  const restores = useQuery(vaultRestoresQuery(vaultId));
  return (
    <VaultSection title={contentsWords.title}>
      <KeyFacts
        facts={[
          [
            contentsWords.items,
            <InlineRead
              key="items"
              query={items}
              problemOf={problemOf}
              what={contentsWords.itemsWhat}
            >
              {({ count, isLeast }) => (
                <RouterLink to="/instances" search={{ vault: vaultId }}>
                  {contentsWords.machines(count, isLeast)}
                </RouterLink>
              )}
            </InlineRead>,
          ],
          [
            contentsWords.jobs,
            <InlineRead
              key="jobs"
              query={restores}
              problemOf={problemOf}
              what={contentsWords.jobsWhat}
            >
              {(jobs) => (
                <RouterLink
                  to="/jobs"
                  search={{ vault: vaultId, operation: 'Restore', range: '7d' }}
                >
                  {contentsWords.restores(
                    jobs.length,
                    jobs.filter(({ status }) => status === 'inProgress').length,
                  )}
                </RouterLink>
              )}
            </InlineRead>,
          ],
        ]}
      />
    </VaultSection>
  );
}

const factWords = vaults.one;

/** What a vault is and where it stands. */
function VaultFacts({ vault, names }: VaultPartProps) {
  const encryption = useQuery(vaultEncryptionQuery(vault.id));
  return (
    <VaultSection title={factWords.facts}>
      <KeyFacts
        facts={[
          [factWords.subscription, names.subscription],
          [factWords.group, vault.resourceGroup],
          [factWords.region, names.region],
          [
            factWords.paired,
            names.pair === undefined ? common.absence.notRead : (names.pair ?? factWords.noPair),
          ],
          [
            factWords.redundancy,
            vault.redundancy === null
              ? common.absence.notReported
              : `${vaults.redundancy[vault.redundancy]} (${vault.redundancy})`,
          ],
          [factWords.identities, identitiesOf(vault)],
          [factWords.encryption, encryptionOf(encryption.data)],
          ...(names.movedFrom === null
            ? []
            : [[factWords.movedFrom, names.movedFrom] satisfies [string, string]]),
        ]}
      />
      <CopyText label={factWords.vaultId} text={vault.id} />
    </VaultSection>
  );
}

function identitiesOf({ identities, userIdentityIds }: Vault): string {
  if (identities.length === 0) return factWords.identity.none;
  return listText(
    identities.map((kind) =>
      kind === 'system'
        ? factWords.identity.system
        : factWords.identity.user(userIdentityIds.length),
    ),
  );
}

function encryptionOf(encryption: VaultEncryption | undefined): string {
  if (encryption === undefined) return common.absence.notRead;
  const { usesCustomerKey } = encryption;
  if (usesCustomerKey === null) return common.absence.notReported;
  return usesCustomerKey ? factWords.customerKey : factWords.platformKey;
}

const useStyles = makeStyles({ column: { maxWidth: '720px' } });

interface VaultPartsProps extends VaultChanging {
  readonly vault: Vault;
}

/** Everything that one vault says, and what document 000 says to it. */
function VaultParts({ vault, ...changing }: VaultPartsProps) {
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

/** A vault whose address is one: its states of being read, and what it says. */
export function KnownVault({ id }: { readonly id: ResourceId }) {
  const queries = useQueryClient();
  const { vault, change, mutate } = useVault(id);
  return (
    <VaultPageFrame
      name={vault.data?.name ?? nameOf(id)}
      kind={vaults.kind}
      readAt={readAt(vaultQuery(id).queryKey)}
      onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
      instances={{ vault: id }}
      jobs={{ vault: id }}
      query={vault}
      problemOf={problemOf}
    >
      {(data) => (
        <VaultParts
          vault={data}
          change={change}
          onChange={(wanted) => mutate({ wanted })}
          onRefresh={() => void vault.refetch()}
        />
      )}
    </VaultPageFrame>
  );
}

/** How often the vault is read while it may still come to show a change. */
const LOOK_EVERY_MS = 15_000;

/** A vault, its latest change whichever page started it, and the function to change it. */
function useVault(id: ResourceId) {
  const changes = useMutationState<ChangeState, Mutation<VaultChangeEnd, Error, VaultChange>>({
    filters: { mutationKey: vaultChangeKey(id) },
    select: ({ state }) => state,
  });
  const latest = changes.at(-1);
  const vault = useQuery({
    ...vaultQuery(id),
    refetchInterval: ({ state }) =>
      isAwaited(changeView(latest, state.data?.crossSubscriptionRestore))
        ? readAgainIn(LOOK_EVERY_MS)
        : false,
  });
  const { mutate } = useWrite(vaultChangeMutation(id));
  const rejected = useSyncExternalStore(onRecords, () => rejectedChange(id));
  const change = changeView(latest, vault.data?.crossSubscriptionRestore, rejected);
  return { vault, change, mutate };
}

/** The page of a Recovery Services vault. */
export const recoveryVaultPage: VaultPageOf = {
  warm: (queries, id) => {
    prefetch(queries, subscriptionsQuery());
    prefetch(queries, vaultQuery(id));
    prefetch(queries, vaultEncryptionQuery(id));
    prefetch(queries, vaultItemsQuery(id));
    prefetch(queries, vaultRestoresQuery(id));
    resumeVaultChange(queries, id);
  },
  Page: KnownVault,
};
