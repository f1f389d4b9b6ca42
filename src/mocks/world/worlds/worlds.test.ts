import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sizeList } from '#src/mocks/compute/sizes.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import { originOf, scenarioIds } from '#src/mocks/scenarios.ts';
import { groupId, groupOf } from '#src/mocks/world/ids.ts';

/** What a world names is in it, in every scenario: a slip of the pen would be a machine that nobody can restore. */

/** Sizes that machines still have, and that Azure offers no more, or only to who reserves it. */
const NOT_OFFERED = ['Standard_A2', 'Medium', 'Standard_E104ids_v5'];
const sizes = new Set([...sizeList.map(({ name }) => name), ...NOT_OFFERED]);

/** Of a large world the first are enough: the others are made alike. */
const MOST = 200;

function* firstOf<Thing>(things: Iterable<Thing>): Iterable<Thing> {
  let left = MOST;
  for (const thing of things) {
    if (left === 0) return;
    left -= 1;
    yield thing;
  }
}

const among = (ids: Iterable<string>) => {
  const known = new Set([...ids].map((id) => id.toLowerCase()));
  return (id: string): boolean => known.has(id.toLowerCase());
};

/** What isn't there although something names it. */
function missingIn({ seed }: ReturnType<typeof originOf>): string[] {
  const hasGroup = among(seed.groups.map(groupId));
  const hasVault = among(seed.vaults.map(({ id }) => id));
  const machines = [...firstOf(seed.machines)];
  const instances = [...firstOf(seed.instances)];
  const placed = [...seed.vaults, ...seed.accounts, ...seed.networks, ...machines];
  const hasMachine = among(machines.map(({ id }) => id));
  return [
    ...placed.filter(({ id }) => !hasGroup(groupOf(id))).map(({ id }) => `group of ${id}`),
    ...[...placed, ...seed.groups.map((group) => ({ ...group, id: groupId(group) }))]
      .filter(({ location }) => regionNamed(seed, location) === undefined)
      .map(({ id, location }) => `region ${location} of ${id}`),
    ...machines.filter(({ size }) => !sizes.has(size)).map(({ id, size }) => `${size} of ${id}`),
    ...instances
      .filter(({ vaultId }) => !hasVault(vaultId))
      .map(({ id, vaultId }) => `${vaultId} of ${id}`),
    ...instances
      .slice(0, machines.length)
      .filter(({ machineId }) => !hasMachine(machineId))
      .map(({ id, machineId }) => `${machineId} of ${id}`),
  ];
}

test.each(scenarioIds)('%s: groups, regions, sizes, vaults and machines are there', (id) => {
  expect(missingIn(originOf(id))).toEqual([]);
});

test('the documentation has a row for each scenario', () => {
  const page = readFileSync('docs/simulated-azure.md', 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(scenarioIds.filter((id) => !rows.some((row) => row.includes(`\`${id}\``)))).toEqual([]);
});
