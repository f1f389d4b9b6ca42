import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { backupVaultQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { BackupVaultCommands } from '#src/pages/vault/backup/BackupVaultCommands.tsx';
import { BackupVaultFacts } from '#src/pages/vault/backup/BackupVaultFacts.tsx';
import { VaultDisks } from '#src/pages/vault/backup/VaultDisks.tsx';
import { VaultJobs } from '#src/pages/vault/backup/VaultJobs.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import { vaults } from '#src/strings/vaults.ts';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NameLink, RouterButton } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
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
  },
});

/** A Backup vault whose address is one: its states of being read, and what it says. */
export function KnownBackupVault({ id }: { readonly id: ResourceId }) {
  const styles = useStyles();
  const vault = useQuery(backupVaultQuery(id));
  return (
    <>
      <PageHeader
        title={vault.data?.name ?? nameOf(id)}
        subtitle={diskPages.vaults.types.backup}
        crumbs={[
          <OverviewLink key="overview" />,
          <NameLink key="vaults" to="/vaults" search={{ type: 'backup' }}>
            {vaults.title}
          </NameLink>,
        ]}
      />
      <BackupVaultCommands id={id} />
      <Loaded
        query={vault}
        problemOf={problemOf}
        what={vaults.one.what}
        wayOn={<RouterButton to="/vaults">{vaults.title}</RouterButton>}
      >
        {(data) => (
          <div className={styles.root}>
            <div className={styles.column}>
              <BackupVaultFacts vault={data} />
            </div>
            <div className={styles.column}>
              <VaultDisks vaultId={data.id} />
              <VaultJobs vaultId={data.id} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
