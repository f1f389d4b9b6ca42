import { instanceAddress } from '#src/api/arm/address.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { known } from '#src/wizard/reads/read.ts';

const RULE = 'datasource.disk.also-via-vm';

/** The other way to the data of a disk, where there is one: the backup of its machine needs none of these roles. */
export function MachineBackupTip({ view: { settled, reads } }: { readonly view: DiskView }) {
  const backup = known(reads.machineBackup);
  const tip = settled.verdicts.find(({ rule, state }) => rule.id === RULE && state === 'speaks');
  if (tip === undefined || backup === undefined || backup === null) return null;
  return (
    <p>
      {sayOf(tip.rule)}{' '}
      <RouterLink to="/instances/$instanceId" params={{ instanceId: instanceAddress(backup.id) }}>
        {diskPages.instance.machine.pointsOf(backup.friendlyName)}
      </RouterLink>
    </p>
  );
}
