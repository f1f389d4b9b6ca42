import type { RegionSeed } from '#src/mocks/world/place-seed.ts';
import type { GroupSeed, SubscriptionSeed } from '#src/mocks/world/seed.ts';

import { elementsOf, firstText } from '../json.ts';
import { distinct, type Mentions } from './mentions.ts';

/** One directory for all: who asks may go everywhere. */
const TENANT = 'c0ffee00-0000-4000-a000-000000000001';

/** Place of everything whose place no sample names. */
const FALLBACK_SUBSCRIPTION = 'c0ffee00-0000-4000-a000-000000000002';

/** The subscription that a sample is about: that of the address, of the body, or of what it names. */
export function mainSubscription({ named, body, ids }: Mentions): string {
  const [first] = elementsOf(body?.['subscriptions']);
  return (
    named.get('subscriptionId') ??
    (typeof first === 'string' ? first : undefined) ??
    ids[0]?.split('/')[2] ??
    FALLBACK_SUBSCRIPTION
  );
}

/** Regions that a sample names, with zones: a sample that names one may wish a zone in it. */
export function regionsFor({ named, region }: Mentions): readonly RegionSeed[] {
  const all = distinct([region, named.get('location') ?? region]);
  return all.map((name) => ({ name, displayName: name, hasZones: true }));
}

/** The group that a sample is about. */
export const mainGroup = ({ named }: Mentions): string =>
  named.get('resourceGroupName') ?? 'conformance';

/** Every subscription that is named in any way. */
export function subscriptionsFor(mentions: Mentions): readonly SubscriptionSeed[] {
  const { body, things, ids } = mentions;
  const inBody = elementsOf(body?.['subscriptions']).filter((one) => typeof one === 'string');
  const listed = things
    .map((thing) => firstText(thing, 'subscriptionId'))
    .filter((id) => id !== '');
  const inIds = ids.map((id) => id.split('/')[2] ?? '');
  return distinct([mainSubscription(mentions), ...inBody, ...listed, ...inIds]).map(
    (subscriptionId) => ({ subscriptionId, displayName: subscriptionId, tenantId: TENANT }),
  );
}

/** Every resource group that is named in any way. */
export function groupsFor(mentions: Mentions): readonly GroupSeed[] {
  const main = `/subscriptions/${mainSubscription(mentions)}/resourceGroups/${mainGroup(mentions)}`;
  const named = mentions.ids.flatMap(
    (id) => /^\/subscriptions\/[^/]+\/resourceGroups\/(?!providers\/)[^/]+/i.exec(id)?.[0] ?? [],
  );
  return distinct([main, ...named]).map((id) => {
    const [, , subscriptionId = '', , name = ''] = id.split('/');
    return { subscriptionId, name, location: mentions.region };
  });
}
