import { type Check, isBlank, type Restore } from '#src/mocks/recovery-services/judgement.ts';
import { sameRegion } from '#src/model/region.ts';
import { sameId } from '#src/model/resource-id.ts';

const options = [
  'SameAsOnSourceDisks',
  'EnablePublicAccessForAllDisks',
  'EnablePrivateAccessForAllDisks',
];

const wanted = ({ body }: Restore) => body.targetDiskNetworkAccessSettings ?? null;

const isPrivate = (restore: Restore): boolean =>
  wanted(restore)?.targetDiskNetworkAccessOption === 'EnablePrivateAccessForAllDisks';

const accessOf = (restore: Restore) =>
  restore.state.seed.diskAccesses.find(({ id }) => sameId(id, wanted(restore)?.targetDiskAccessId));

const ifPrivate =
  (check: Check): Check =>
  (restore) =>
    isPrivate(restore) ? check(restore) : null;

/**
 * Network access of restored disks (document 000, Assign network access settings during restore;
 * azure-contract §5: a disk access goes with private access and only with it, in any subscription).
 */
export const judgeAccess: readonly Check[] = [
  (restore) => {
    const option = wanted(restore)?.targetDiskNetworkAccessOption ?? '';
    return wanted(restore) === null || options.includes(option)
      ? null
      : `targetDiskNetworkAccessOption '${option}' is unknown.`;
  },
  (restore) =>
    !isPrivate(restore) && !isBlank(wanted(restore)?.targetDiskAccessId)
      ? 'targetDiskAccessId goes with EnablePrivateAccessForAllDisks only.'
      : null,
  ifPrivate((restore) =>
    isBlank(wanted(restore)?.targetDiskAccessId)
      ? 'Private access needs a targetDiskAccessId.'
      : null,
  ),
  ifPrivate((restore) =>
    accessOf(restore) === undefined
      ? `The disk access ${wanted(restore)?.targetDiskAccessId ?? ''} was not found.`
      : null,
  ),
  ifPrivate((restore) =>
    sameRegion(accessOf(restore)?.location, restore.vault.location)
      ? null
      : 'The disk access must be in the region of the vault.',
  ),
  // Without an approved endpoint a disk access is unusable (azure-contract §14); that it is refused is a guess (G).
  ifPrivate((restore) =>
    accessOf(restore)?.endpoint === 'Approved'
      ? null
      : 'The disk access has no approved private endpoint.',
  ),
];
