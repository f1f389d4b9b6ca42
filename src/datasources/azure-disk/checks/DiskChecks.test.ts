import { expect, test } from 'vitest';
import { placeOfProblem } from '#src/datasources/azure-disk/checks/DiskChecks.tsx';
import { userErrors } from '#src/mocks/data-protection/restores.ts';

test.each([
  ['nameTaken', { kind: 'field', step: 'configuration', field: 'diskName' }],
  ['noTargetGroup', { kind: 'field', step: 'configuration', field: 'rg' }],
  ['noRightOnTarget', { kind: 'check', id: 'target' }],
  ['noRightOnSnapshots', { kind: 'check', id: 'snapshotRole' }],
  ['noSnapshotGroup', { kind: 'check', id: 'snapshots' }],
  ['noSnapshot', { kind: 'field', step: 'restore-point', field: 'point' }],
  ['noRightOnKeys', { kind: 'check', id: 'key' }],
  ['noIdentity', { kind: 'check', id: 'identity' }],
] as const)('%s leads to where it is put right', (error, place) => {
  expect(placeOfProblem({ code: userErrors[error]('x').code ?? '' })).toEqual(place);
});

test.each(['', 'BMSUserErrorOther', 'constructor'])('“%s” leads nowhere', (code) => {
  expect(placeOfProblem({ code })).toBeNull();
});
