import { useQuery } from '@tanstack/react-query';
import { backupVaultsQuery } from '#src/api/queries/disk-instances.ts';
import { countText } from '#src/lib/format.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = diskPages.vaults;

/** Says beside a list of Recovery Services vaults that there are others, and leads to them. */
export function BackupVaultsToo() {
  const { data, error } = useQuery(backupVaultsQuery());
  if (data === undefined ? error === null : data.length === 0) return null;
  return (
    <span>
      {data === undefined ? words.tooNotRead : words.too(data.length, countText(data.length))}{' '}
      <RouterLink to="/vaults" search={{ type: 'backup' }}>
        {words.show}
      </RouterLink>
    </span>
  );
}
