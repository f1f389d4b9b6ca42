import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  availabilitySetName,
  availabilitySetText,
  sizeChoices,
  zoneChoices,
} from '#src/datasources/azure-vm/deploy/MachineFields.tsx';
import type { MachineSize } from '#src/model/machines.ts';

const size = (name: string, isOffered: boolean, ...zones: string[]): MachineSize => ({
  name,
  isOffered,
  zones,
  family: null,
  cores: null,
});
const sizes = [size('D16', true, '1', '2'), size('D2', true, '1'), size('E2', false, '1', '3')];
const refused = (choices: readonly { value: string; isRefused: boolean }[]) =>
  choices.map(({ value, isRefused }) => (isRefused ? `${value} refused` : value));

test('sizes are in their order, those closed in the region or the zone refused', () => {
  expect(refused(sizeChoices(sizes, null))).toEqual(['D2', 'D16', 'E2 refused']);
  expect(refused(sizeChoices(sizes, '2'))).toEqual(['D2 refused', 'D16', 'E2 refused']);
});

test('zones are those of the region, one without the size refused', () => {
  expect(refused(zoneChoices(sizes, 'd2'))).toEqual(['1', '2 refused', '3 refused']);
  expect(refused(zoneChoices(sizes, 'unlisted'))).toEqual(['1', '2', '3']);
  expect(refused(zoneChoices(sizes, null))).toEqual(['1', '2', '3']);
});

test('the name of an availability set comes back from the template', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(availabilitySetName(availabilitySetText(typed))).toBe(typed.trim());
    }),
  );
  expect(availabilitySetText("o'set")).toBe(
    "[resourceId('Microsoft.Compute/availabilitySets', 'o''set')]",
  );
  expect(availabilitySetText('/subscriptions/s/x')).toBe('/subscriptions/s/x');
});
