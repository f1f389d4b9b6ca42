import { expect, test } from 'vitest';
import { userErrors } from '#src/mocks/data-protection/user-errors.ts';
import { meaningOf } from '#src/wizard/azure-disks/checks/findings.ts';

test.each([
  ['nameTaken', 'nameTaken', ['diskName', 'rg'], null],
  ['noTargetGroup', 'noTargetGroup', ['rg'], null],
  ['noRightOnTarget', 'targetRole', ['rg'], 'targetRole'],
  ['noRightOnSnapshots', 'snapshotRoles', [], 'snapshotRoles'],
  ['noSnapshotGroup', 'snapshotsGone', [], 'snapshots'],
  ['noSnapshot', 'snapshotsGone', ['point'], 'snapshots'],
  ['noRightOnKeys', 'keyReader', [], 'keyReader'],
  ['noIdentity', 'identity', [], 'identity'],
] as const)('%s leads to its field or its prerequisite', (error, means, fields, line) => {
  const { code = '' } = userErrors[error]('x');
  const found = meaningOf((code ?? '').toLowerCase());
  expect(found).toMatchObject({ means, line });
  expect(found?.fields.map(({ field }) => field)).toEqual(fields);
});

test('a code that nobody knows leads nowhere', () => {
  expect(meaningOf('BMSUserErrorOther')).toBeNull();
  expect(meaningOf('')).toBeNull();
});
