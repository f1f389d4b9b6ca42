import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { subscriptionPageWire } from '#src/api/resources/subscriptions/wire.ts';
import { SUBSCRIPTION_API_VERSION } from '#src/api/resources/version.ts';
import type { Subscription } from '#src/model/places.ts';

/** The subscriptions that the person may see: `GET /subscriptions` (2022-12-01). */
export async function listSubscriptions(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<Subscription[]> {
  const list = await wholeList(
    arm,
    subscriptionPageWire,
    `/subscriptions?api-version=${SUBSCRIPTION_API_VERSION}`,
    signal,
  );
  return list.map((wire) => ({
    id: wire.subscriptionId,
    name: wire.displayName,
    tenantId: wire.tenantId ?? null,
  }));
}
