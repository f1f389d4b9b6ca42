import { expect, test } from 'vitest';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import {
  type GroupReads,
  ownGroup,
  ownGroupLine,
  ownGroupText,
} from '#src/datasources/azure-vm/target.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { ResourceGroup } from '#src/model/places.ts';
import { submission } from '#src/strings/submission.ts';
import { claim, faultsOf } from '#src/strings/testing-claims.ts';
import type { MadeGroup } from '#src/wizard/draft/schema.ts';

/** Which facts the sentences need that say that the draft itself created a resource group. */

const { groupMade } = submission;
const AT = 1_749_000_000_000;
const time = dateTimeText(instant(AT));
const made: MadeGroup = { subscriptionId: 's', name: 'rg', at: AT, isSure: true };

interface OwnKnown {
  readonly groups: GroupReads['groups'];
  readonly made: readonly MadeGroup[];
  readonly rgIsNew: boolean;
}
function ownSays({ groups, made: known, rgIsNew }: OwnKnown): readonly string[] {
  const own = ownGroup({ rg: 'rg', rgIsNew }, { groups, made: known });
  return own === null ? [] : [ownGroupText(own), ownGroupLine(own)];
}
const there: ResourceGroup = {
  id: resourceGroupId('s', 'rg'),
  name: 'rg',
  region: 'westeurope',
};
const ownKnown: OwnKnown = {
  groups: { state: 'known', value: [there] },
  made: [made],
  rgIsNew: true,
};
const rows = (['exists', 'line'] as const).flatMap((key) =>
  [true, false].map((isSure) =>
    claim<OwnKnown>({
      key: `groupMade.${key}.${isSure ? 'created' : 'requested'}`,
      sentence: groupMade[key]('rg', isSure, time),
      says: ownSays,
      known: { ...ownKnown, made: [{ ...made, isSure }] },
      without: {
        'a read': { groups: { state: 'loading' } },
        'that it is there': { groups: { state: 'known', value: [] } },
        'a request of this draft': { made: [] },
        'of this name': { made: [{ ...made, isSure, name: 'other' }] },
        'what the answer was': { made: [{ ...made, isSure: !isSure }] },
        'a new group': { rgIsNew: false },
      },
    }),
  ),
);

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about the draft’s own resource group are in the table`, () => {
  expect(rows).toHaveLength(4);
});
