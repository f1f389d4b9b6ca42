import { groupId } from '#src/mocks/world/ids.ts';
import type { GroupSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

const isSame = (a: Parameters<typeof groupId>[0], b: Parameters<typeof groupId>[0]): boolean =>
  sameId(groupId(a), groupId(b));

/** Groups with one more; one that was deleted may be made again. */
export const withGroup = (groups: readonly GroupSeed[], group: GroupSeed): GroupSeed[] => [
  ...groups.filter((one) => !isSame(one, group)),
  group,
];

/** Groups of which one has these tags and no others. */
export function withTags(
  groups: readonly GroupSeed[],
  { tags, ...group }: Required<Pick<GroupSeed, 'subscriptionId' | 'name' | 'tags'>>,
): GroupSeed[] {
  return groups.map((one) => (isSame(one, group) ? { ...one, tags } : one));
}
