import { describe, expect, test } from 'vitest';
import { sizePageWire, toMachineSizes } from '#src/api/compute/sizes.ts';

const row = (more: object = {}) => ({
  resourceType: 'virtualMachines',
  name: 'Standard_A0',
  locationInfo: [{ location: 'westus', zones: ['2', '1'], zoneDetails: [] }],
  family: 'standardA0_A7Family',
  capabilities: [
    { name: 'MemoryGB', value: '0.75' },
    { name: 'vCPUs', value: '1' },
  ],
  ...more,
});
const capabilities = { name: 'Standard_A0', family: 'standardA0_A7Family', cores: 1 };
const rowsOf = (...rows: object[]) => sizePageWire.parse({ value: rows, nextLink: null }).value;
const sizesOf = (...rows: object[]) => toMachineSizes(rowsOf(...rows) ?? [], 'WestUS');
const restriction = (
  type: string,
  info: object | null,
  reasonCode = 'NotAvailableForSubscription',
) => ({
  restrictions: [{ type, values: ['westus'], reasonCode, restrictionInfo: info }],
});

describe('a size', () => {
  test('without restrictions is offered in its zones, in their order', () => {
    expect(sizesOf(row())).toEqual([{ ...capabilities, isOffered: true, zones: ['1', '2'] }]);
  });

  test.each([
    ['its region is closed', restriction('Location', { locations: ['westus'] }), false, ['1', '2']],
    ['a quota forbids it', restriction('location', null, 'QuotaId'), false, ['1', '2']],
    [
      'another region is closed',
      restriction('Location', { locations: ['eastus'] }),
      true,
      ['1', '2'],
    ],
    ['a zone is closed', restriction('Zone', { locations: ['westus'], zones: ['1'] }), true, ['2']],
    [
      'zones are closed elsewhere',
      restriction('Zone', { locations: ['eastus'], zones: ['1'] }),
      true,
      ['1', '2'],
    ],
    ['nothing is said', { restrictions: null, locationInfo: null }, true, []],
  ])('where %s', (_, more, isOffered, zones) => {
    expect(sizesOf(row(more))).toEqual([{ ...capabilities, isOffered, zones }]);
  });

  test.each([
    [{ capabilities: null, family: null }, null],
    [{ capabilities: [{ name: 'vCPUs', value: 'many' }], family: null }, null],
    [{ capabilities: [{ name: 'vcpus', value: '64' }], family: null }, 64],
  ])('told as %j has %s cores', (more, cores) => {
    expect(sizesOf(row(more))).toMatchObject([{ family: null, cores }]);
  });

  test('is no disk and no other thing that is in the same list', () => {
    expect(sizesOf(row({ resourceType: 'disks' }), row({ resourceType: null }))).toEqual([]);
  });

  test('is read without what makes the answer long', () => {
    expect(rowsOf(row())).toEqual([
      {
        resourceType: 'virtualMachines',
        name: 'Standard_A0',
        family: 'standardA0_A7Family',
        capabilities: [{ name: 'vCPUs', value: '1' }],
        locationInfo: [{ location: 'westus', zones: ['2', '1'] }],
      },
    ]);
  });
});
