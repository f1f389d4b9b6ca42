import { pageOf } from '#src/api/arm/wire.ts';
import { protectedItemWire } from '#src/api/recovery-services/items.ts';
import { recoveryPointPageWire, recoveryPointWire } from '#src/api/recovery-services/points.ts';

import type { Operation } from '../operation.ts';
import { item, itemType, point, pointType, vault } from './paths.ts';

/**
 * What both planes answer at the same addresses, in different versions (azure-contract §9), by what
 * Azure calls it there: the list of items, that of an item's points, and one point.
 */
export function itemsAndPoints(
  plane: NonNullable<Operation['plane']>,
  [items, points, onePoint]: readonly [string, string, string],
): readonly Operation[] {
  const read = { method: 'GET', plane } as const;
  return [
    {
      ...read,
      id: items,
      path: `${vault}/backupProtectedItems`,
      answers: {
        200: { schema: pageOf(protectedItemWire), marks: ['properties.protectedItemType'] },
      },
      isList: true,
      yields: itemType,
    },
    {
      ...read,
      id: points,
      path: `${item}/recoveryPoints`,
      answers: { 200: { schema: recoveryPointPageWire } },
      isList: true,
      yields: pointType,
    },
    {
      ...read,
      id: onePoint,
      path: point,
      answers: { 200: { schema: recoveryPointWire } },
      yields: pointType,
    },
  ];
}
