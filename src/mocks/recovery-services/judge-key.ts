import { type Check, isBlank, type Restore } from '#src/mocks/recovery-services/judgement.ts';
import type { EncryptionSetSeed } from '#src/mocks/world/place-seed.ts';
import { sameRegion } from '#src/model/region.ts';
import { sameId } from '#src/model/resource-id.ts';

const withSet =
  (check: (set: EncryptionSetSeed, restore: Restore) => string | null): Check =>
  (restore) => {
    const id = restore.body.diskEncryptionSetId;
    if (isBlank(id)) return null;
    const set = restore.state.seed.encryptionSets.find((one) => sameId(one.id, id));
    return set === undefined
      ? `The disk encryption set ${id ?? ''} was not found.`
      : check(set, restore);
  };

/**
 * The disk encryption set (azure-contract §5). The last three are the CLI's own rules (C); that the
 * service has them too is a guess (G).
 */
export const judgeKey: readonly Check[] = [
  withSet(({ location }, { vault }) =>
    sameRegion(location, vault.location)
      ? null
      : `The disk encryption set is in ${location}; it must be in ${vault.location}.`,
  ),
  withSet(({ provisioningState }) =>
    provisioningState === undefined ? null : 'The disk encryption set is not ready.',
  ),
  withSet((_, { vault }) =>
    vault.encryption === 'CustomerManaged'
      ? null
      : 'A disk encryption set needs a vault that is encrypted with a customer-managed key.',
  ),
  withSet((_, { machine }) =>
    machine.isManaged ? null : 'A disk encryption set can be used for managed disks only.',
  ),
  // The CLI asks the point's `isSourceVMEncrypted`, which speaks of Azure Disk Encryption alone.
  withSet((_, { machine }) =>
    machine.encryption !== 'ADE'
      ? null
      : 'The disks of the source are encrypted; a disk encryption set cannot replace their key.',
  ),
];
