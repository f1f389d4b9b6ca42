import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A subscription, `GET /subscriptions` of 2022-12-01. */
const subscriptionWire = z.looseObject({
  id: z.string(),
  subscriptionId: z.string(),
  displayName: z.string(),
  state: maybe(z.string()),
  tenantId: maybe(z.string()),
});

export const subscriptionPageWire = pageOf(subscriptionWire);
