import { useQuery } from '@tanstack/react-query';
import { backupVaultsQuery } from '#src/api/queries/disk-instances.ts';
import { countText } from '#src/lib/format.ts';
import { TYPE_ID } from '#src/pages/vaults/VaultFilters.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = diskPages.vaults;

/** Says beside a list of Recovery Services vaults that there are others, and leads to them. */
export function BackupVaultsToo() {
  const { data, error } = useQuery(backupVaultsQuery());
  if (data === undefined ? error === null : data.length === 0) return null;
  return (
    <span>
      {data === undefined ? words.tooNotRead : words.too(data.length, countText(data.length))}{' '}
      {/* The link goes with the list that it stands under; the filter stays, and says what is shown. */}
      <RouterLink to="/vaults" search={{ type: 'backup' }} onClick={() => void focusField(TYPE_ID)}>
        {words.show}
      </RouterLink>
    </span>
  );
}
