import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** How long a policy keeps restore points. */
const retentionWire = maybe(
  z.looseObject({
    retentionDuration: maybe(
      z.looseObject({ count: maybe(z.number()), durationType: maybe(z.string()) }),
    ),
  }),
);

/** A policy for virtual machines, `GET {V}/backupPolicies` of 2024-04-01. */
const policyWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    backupManagementType: maybe(z.string()),
    /** `V1` is standard, `V2` enhanced. */
    policyType: maybe(z.string()),
    schedulePolicy: maybe(z.looseObject({ scheduleRunFrequency: maybe(z.string()) })),
    retentionPolicy: maybe(
      z.looseObject({ dailySchedule: retentionWire, weeklySchedule: retentionWire }),
    ),
  }),
});

export const policyPageWire = pageOf(policyWire);
export type PolicyWire = z.infer<typeof policyWire>;
