import { linkOptions } from '@tanstack/react-router';
import { type Hit, nameIn, type RestoreHit, type SubscriptionNames } from '#src/app/search/hits.ts';
import type { OwnSearch } from '#src/app/search/searches.ts';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { FoundInstance } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { OpenedInstance } from '#src/lib/recent-instances.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { deletionText } from '#src/ui/Status.tsx';
import { searchResults as words } from '#src/strings/search.ts';

/** A backup instance: the place tells those of one name apart. */
export function instanceHit(
  found: FoundInstance,
  subscriptions: SubscriptionNames,
  source: Hit['state'],
): Hit {
  const { id, name, place, subscriptionId, lastPointAt: at, deletion = null } = found;
  return {
    key: `instance ${id}`,
    title: name,
    remark: words.line([
      ...place,
      subscriptionId === undefined ? null : nameIn(subscriptions, subscriptionId),
      at === undefined ? null : at === null ? words.noPoint : words.lastPoint(dateTimeText(at)),
      deletion === null ? null : deletionText(deletion, now()),
    ]),
    ...(source === undefined ? {} : { state: source }),
    // There is nothing to restore without a restore point, or before it is undeleted.
    ...(at === null || deletion !== null ? {} : { restore: restoreHit(id, name) }),
    link: instanceLink(id),
  };
}

/** A backup instance that was opened here before: by what was known of it then. */
export function recentHit({ id: stored, name, place }: OpenedInstance): Hit {
  const id = resourceId(stored);
  return {
    key: `recent ${id}`,
    title: name,
    remark: words.line(place),
    restore: restoreHit(id, name),
    link: instanceLink(id),
  };
}

const instanceLink = (id: ResourceId) =>
  linkOptions({ to: '/instances/$instanceId', params: { instanceId: instanceAddress(id) } });

/** The way to a restore of an instance. */
function restoreHit(id: ResourceId, name: string): RestoreHit {
  return {
    key: `restore ${id}`,
    label: words.restoreOf(name),
    // To look at it first would already make a draft.
    link: linkOptions({
      to: '/restore/new',
      search: { instance: instanceAddress(id) },
      preload: false,
    }),
  };
}

/** The way to the list of all instances of a datasource with a word in their name. */
export const allInstances = ({ id, word, search }: OwnSearch, typed: string): Hit => ({
  key: `all ${id}`,
  title: search.words.all(typed),
  remark: '',
  link: linkOptions({
    to: '/instances',
    search: { search: typed, ...(word === undefined ? {} : { datasource: word }) },
  }),
});
