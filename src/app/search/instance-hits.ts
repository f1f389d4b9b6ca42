import { linkOptions } from '@tanstack/react-router';
import { nameIn, type SubscriptionNames } from '#src/app/search/azure-hits.ts';
import type { Hit } from '#src/app/search/hit.ts';
import type { OwnSearch } from '#src/app/search/searches.ts';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { FoundInstance } from '#src/datasources/search.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { searchResults as words } from '#src/strings/search-results.ts';

/** A backup instance: the place tells those of one name apart. */
export function instanceHit(
  found: FoundInstance,
  subscriptions: SubscriptionNames,
  source: Hit['state'],
): Hit {
  const { id, name, place, subscriptionId, lastPointAt: at } = found;
  return {
    key: `instance ${id}`,
    title: name,
    remark: words.line([
      ...place,
      subscriptionId === undefined ? null : nameIn(subscriptions, subscriptionId),
      at === undefined ? null : at === null ? words.noPoint : words.lastPoint(dateTimeText(at)),
    ]),
    ...(source === undefined ? {} : { state: source }),
    link: linkOptions({
      to: '/instances/$instanceId',
      params: { instanceId: instanceAddress(id) },
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
