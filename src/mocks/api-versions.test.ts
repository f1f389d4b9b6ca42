import { describe, expect, test } from 'vitest';
import { refuseVersion } from '#src/mocks/api-versions.ts';
import { normalPath } from '#src/mocks/simulate.ts';
import { routes } from '#src/mocks/routes.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';

const sub = '/subscriptions/00000000-0000-0000-0000-000000000000';
const compute = `${sub}/providers/Microsoft.Compute`;
const vm = `${sub}/resourceGroups/testRG/providers/Microsoft.Compute/virtualMachines/testVM`;
const classic = vm.replace('Microsoft.Compute', 'Microsoft.ClassicCompute');

const { get } = testAzure('document');
const codeOf = async (path: string): Promise<unknown> => {
  const answer = await get(path);
  return answer.status === 400 ? jsonOf(answer) : answer.status;
};

describe('a request is refused whose api-version the type does not know', () => {
  test.each<[what: string, path: string, version: string | null, code?: string]>([
    ['none', sub, null, 'MissingApiVersionParameter'],
    ['an empty one', sub, '', 'MissingApiVersionParameter'],
    ['no date', sub, 'soon', 'InvalidApiVersionParameter'],
    [
      'one that Resource Manager never had',
      `${sub}/resourcegroups`,
      '2021-04-02',
      'InvalidApiVersionParameter',
    ],
    ['a machine’s for disks', `${compute}/diskAccesses`, '2024-03-01'],
    ['a disk’s for a machine', vm, '2023-10-02'],
    ['a machine’s for sizes', `${compute}/skus`, '2024-03-01'],
    ['a machine’s for a classic one', classic, '2024-03-01'],
    ['a classic one’s for a machine', vm, '2017-04-01'],
    [
      'that of a vault for roles in it',
      `${exampleVault}/providers/Microsoft.Authorization/permissions`,
      '2024-04-01',
    ],
    ['one before there was backup', exampleVault, '2014-04-01'],
  ])('%s', async (_, path, version, code = 'NoRegisteredProviderFound') => {
    const query = version === null ? '' : `?api-version=${version}`;
    expect(await codeOf(`${path}${query}`)).toMatchObject({ error: { code } });
  });
});

test.each(['2016-12-01', '2019-05-13', '2023-06-01', '2026-07-01', '2027-01-01-preview'])(
  'backup takes whatever version comes: %s',
  async (version) => {
    expect(await codeOf(`${exampleVault}?api-version=${version}`)).toBe(200);
  },
);

test('lists the supported versions instead', async () => {
  expect(JSON.stringify(await codeOf(`${compute}/skus?api-version=2024-03-01`))).toContain(
    "type 'skus'. The supported api-versions are '2021-07-01,",
  );
});

test('an unknown type is not found, whatever the version', async () => {
  expect(await codeOf(`${sub}/providers/Microsoft.Web/sites?api-version=2030-01-01`)).toBe(404);
});

test('of every operation it is written down which versions there are', () => {
  const paths = routes.map(({ path }) => path);
  expect(paths.filter((path) => refuseVersion(normalPath(path), '1999-01-01') === null)).toEqual(
    [],
  );
});
