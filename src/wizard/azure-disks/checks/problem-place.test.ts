import { expect, test } from 'vitest';
import { userErrors } from '#src/mocks/data-protection/user-errors.ts';
import { placeOfProblem } from '#src/wizard/azure-disks/checks/problem-place.ts';

test.each([
  ['nameTaken', { kind: 'field', step: 'configuration', field: 'diskName' }],
  ['noTargetGroup', { kind: 'field', step: 'configuration', field: 'rg' }],
  ['noRightOnTarget', { kind: 'prerequisite', id: 'target' }],
  ['noRightOnSnapshots', { kind: 'prerequisite', id: 'snapshotRole' }],
  ['noSnapshotGroup', { kind: 'prerequisite', id: 'snapshots' }],
  ['noSnapshot', { kind: 'field', step: 'restore-point', field: 'point' }],
  ['noRightOnKeys', { kind: 'prerequisite', id: 'key' }],
  ['noIdentity', { kind: 'prerequisite', id: 'identity' }],
] as const)('%s leads to where it is put right', (error, place) => {
  expect(placeOfProblem({ code: userErrors[error]('x').code ?? '' })).toEqual(place);
});

test.each(['', 'BMSUserErrorOther', 'constructor'])('“%s” leads nowhere', (code) => {
  expect(placeOfProblem({ code })).toBeNull();
});
