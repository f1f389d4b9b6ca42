import { expect, test } from 'vitest';
import { regionText } from '#src/strings/regions.ts';

test.each([
  ['westeurope', 'West Europe'],
  ['WestEurope', 'West Europe'],
  ['West Europe', 'West Europe'],
  ['eastus2', 'East US 2'],
  ['uaenorth', 'UAE North'],
  ['atlantis', 'atlantis'],
  ['', ''],
])('the region %j is %j', (short, name) => {
  expect(regionText(short)).toBe(name);
});
