import type { ProtectedItem } from '#src/model/instances.ts';
import { instances } from '#src/strings/instances.ts';
import { SoftDeletedStatus } from '#src/ui/SoftDeletedStatus.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';

const TONES: Record<ProtectedItem['health'], Tone> = {
  passed: 'done',
  actionSuggested: 'warning',
  actionRequired: 'failed',
  softDeleted: 'failed',
  unknown: 'unknown',
};

/** Health of a backup instance, as Azure reports it; of one that is deleted softly, the days left. */
export function HealthStatus({ health, deletion }: Pick<ProtectedItem, 'health' | 'deletion'>) {
  if (deletion !== null) return <SoftDeletedStatus deletion={deletion} />;
  return <Status tone={TONES[health]}>{instances.health[health]}</Status>;
}
