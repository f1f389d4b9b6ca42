import { expect, test } from 'vitest';
import { resourceId } from '#src/model/resource-id.ts';
import { holdingOf } from '#src/datasources/azure-disk/checks/RevokeRole.tsx';
import { role, SUB } from '#src/datasources/azure-disk/testing.ts';

const subscription = `/subscriptions/${SUB}`;
const group = resourceId(`${subscription}/resourceGroups/rg-dr`);
const here = role('diskRestoreOperator', group.toUpperCase());
const above = role('diskRestoreOperator', subscription);
const byGroup = { ...here, principalId: 'a group' };

test('only what was given to the identity in the group itself is its own', () => {
  expect(holdingOf([here], group, 'P')).toEqual({
    own: here,
    above: undefined,
    byGroup: undefined,
    others: 0,
  });
  expect(holdingOf([above, byGroup], group, 'p')).toEqual({
    own: undefined,
    above,
    byGroup,
    others: 0,
  });
});

test('what is left are other roles', () => {
  expect(holdingOf([role('reader', group), here], group, 'p').others).toBe(1);
  expect(holdingOf([], group, 'p')).toMatchObject({ own: undefined, others: 0 });
});
