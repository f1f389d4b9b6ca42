import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { instances } from '#src/strings/instances.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

const TONES: Record<ProtectedItem['health'], Tone> = {
  passed: 'done',
  actionSuggested: 'warning',
  actionRequired: 'failed',
  softDeleted: 'failed',
  unknown: 'unknown',
};

/** Health of a backup instance, as Azure reports it. */
export function HealthStatus({ health }: { readonly health: ProtectedItem['health'] }) {
  return <Status tone={TONES[health]}>{instances.health[health]}</Status>;
}
