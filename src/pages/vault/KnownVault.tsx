import { ClipboardTask20Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { Server20Regular } from '@fluentui/react-icons/svg/server';
import { useQueryClient } from '@tanstack/react-query';
import { vaultQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { useVault } from '#src/pages/vault/use-vault.ts';
import { VaultParts } from '#src/pages/vault/VaultParts.tsx';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { NameLink, RouterButton } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';

const words = vaults.one;

/** A vault whose address is one: its states of being read, and what it says. */
export function KnownVault({ id }: { readonly id: ResourceId }) {
  const queries = useQueryClient();
  const { vault, change, mutate } = useVault(id);
  return (
    <>
      <PageHeader
        title={vault.data?.name ?? nameOf(id)}
        subtitle={vaults.kind}
        crumbs={[
          <OverviewLink key="overview" />,
          <NameLink key="vaults" to="/vaults">
            {vaults.title}
          </NameLink>,
        ]}
      />
      <CommandBar
        label={vaults.commands}
        trailing={<ReadAgo at={readAt(vaultQuery(id).queryKey)} />}
      >
        <RefreshButton
          onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
        />
        <RouterButton
          appearance="subtle"
          icon={<Server20Regular />}
          to="/instances"
          search={{ vault: id }}
        >
          {common.backupInstances}
        </RouterButton>
        <RouterButton
          appearance="subtle"
          icon={<ClipboardTask20Regular />}
          to="/jobs"
          search={{ vault: id }}
        >
          {common.backupJobs}
        </RouterButton>
      </CommandBar>
      <Loaded
        query={vault}
        problemOf={problemOf}
        what={words.what}
        wayOn={<RouterButton to="/vaults">{vaults.title}</RouterButton>}
      >
        {(data) => (
          <VaultParts
            vault={data}
            change={change}
            onChange={(wanted) => mutate({ wanted })}
            onLook={() => void vault.refetch()}
          />
        )}
      </Loaded>
    </>
  );
}
