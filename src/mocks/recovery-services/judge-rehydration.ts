import {
  type Check,
  isArchived,
  isGone,
  type Restore,
} from '#src/mocks/recovery-services/judgement.ts';
import { daysOf } from '#src/mocks/recovery-services/rehydration.ts';
import { isRehydrating } from '#src/mocks/world/plan-restore.ts';

const asked =
  (check: Check): Check =>
  (restore) =>
    isRehydrating(restore.body) ? check(restore) : null;

/** A point that is gone is in no archive. */
const isInArchive = (point: Restore['point']): boolean => isArchived(point) && !isGone(point);

const infoOf = ({ body }: Restore) => body.recoveryPointRehydrationInfo ?? null;

/**
 * A point that is only in the archive needs the rehydration request (azure-contract §5, S). That no
 * other point takes it, and what is refused in it, are guesses (G).
 */
export const judgeRehydration: readonly Check[] = [
  ({ body, point }) =>
    isInArchive(point) && !isRehydrating(body)
      ? 'The recovery point is in the archive tier and must be rehydrated.'
      : null,
  asked(({ point }) =>
    isInArchive(point) ? null : 'The recovery point is not in the archive tier alone.',
  ),
  asked((restore) =>
    infoOf(restore) === null ? 'recoveryPointRehydrationInfo is missing.' : null,
  ),
  asked(({ body }) =>
    daysOf(body) === null ? 'rehydrationRetentionDuration is not a number of days.' : null,
  ),
  asked((restore) =>
    ['Standard', 'High'].includes(infoOf(restore)?.rehydrationPriority ?? '')
      ? null
      : 'rehydrationPriority must be Standard or High.',
  ),
];
