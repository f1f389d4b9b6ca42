import { Button } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { problemOf } from '#src/api/queries/problem.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { useVault } from '#src/pages/vault/use-vault.ts';
import { VaultParts } from '#src/pages/vault/VaultParts.tsx';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton, RouterLink } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = vaults.one;

/** A vault whose address is one: its states of being read, and what it says. */
export function KnownVault({ id }: { readonly id: ResourceId }) {
  const { vault, change, mutate } = useVault(id);
  return (
    <>
      <PageHeader
        title={vault.data?.name ?? nameOf(id)}
        subtitle={vaults.kind}
        crumbs={[
          <RouterLink key="overview" to="/">
            {common.overview}
          </RouterLink>,
          <RouterLink key="vaults" to="/vaults">
            {vaults.title}
          </RouterLink>,
        ]}
        actions={
          <Button icon={<ArrowClockwise20Regular />} onClick={() => void vault.refetch()}>
            {words.refresh}
          </Button>
        }
      />
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
