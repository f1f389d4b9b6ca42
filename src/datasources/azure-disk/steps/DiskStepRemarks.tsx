import { sayOf } from '#src/strings/rule-source.ts';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { DiskView } from '#src/datasources/azure-disk/model.ts';
import type { StepId } from '#src/rules/fields.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { known } from '#src/wizard/read.ts';
import type { RemarksProps } from '#src/wizard/task.ts';

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

/** What a step says before its fields: of the other way to the disk's data. */
export function DiskStepRemarks({ step, view }: RemarksProps<DiskView, StepId>) {
  return step === 'restore-point' && <MachineBackupTip view={view} />;
}
