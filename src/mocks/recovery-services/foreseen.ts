import type { ValidationProblemWire } from '#src/api/recovery-services/restores/wire-validation.ts';
import { quotasShortFor } from '#src/mocks/compute/usages.ts';
import { type Restore, targetSubscription } from '#src/mocks/recovery-services/judgement.ts';
import { machineAsOf } from '#src/mocks/world/lookup.ts';

/**
 * What a validation sees beyond what a restore is refused for: too few cores for a new machine. Its
 * code is Azure's (azure-contract §12, S); the words are ours (G).
 */
export function foreseen(restore: Restore): ValidationProblemWire[] {
  const { body, vault, machine, point, state } = restore;
  if (body.recoveryType !== 'AlternateLocation') return [];
  const place = { subscriptionId: targetSubscription(restore), location: vault.location };
  const { size } = machineAsOf(machine, point);
  const [short] = quotasShortFor(state, place, size);
  if (short === undefined) return [];
  return [
    {
      code: 'UserErrorCoreCountSubscriptionQuotaReached',
      message: `The cores that the subscription may use in ${vault.location} do not suffice for a machine of size ${size}: ${short.used} of ${short.limit} of ${short.name} are used.`,
      recommendations: [
        'Ask for a higher quota, or free cores in this region, then validate again.',
      ],
    },
  ];
}
