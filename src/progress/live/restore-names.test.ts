import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { namesApart, restoreNamed } from '#src/progress/live/restore-names.ts';

const outline = (kind: RestoreOutline['kind'], name: string | null, group: string | null) => ({
  kind,
  name,
  group,
});

test.each([
  [null, 'app01'],
  [outline('createVm', 'app01-r', null), 'app01 to app01-r'],
  [outline('createVm', null, null), 'app01'],
  [outline('restoreDisks', null, 'rg'), 'app01 to disks in rg'],
  [outline('replaceDisks', null, null), 'app01 to the source VM'],
])('a restore to %j is called “%s”', (to, name) => {
  expect(restoreNamed('app01', to)).toBe(name);
});

const HOUR = 3_600_000;
const at = (hour: number) => instant(Date.UTC(2025, 5, 5, hour));

test('whatever restores are in progress, no two with different starts have one name', () => {
  for (let code = 0; code < 3 ** 4; code += 1) {
    const restores = [0, 1, 2, 3].map((index) => ({
      name: `vm to ${String(Math.floor(code / 3 ** index) % 3)}`,
      startedAt: instant(at(1) + index * HOUR),
    }));
    const names = namesApart(restores, (name, time) => `${name}, started ${time}`);
    expect(new Set(names).size).toBe(restores.length);
    const counts = restores.map(({ name }) => restores.filter((one) => one.name === name).length);
    expect(names.map((name) => name.includes('started'))).toEqual(counts.map((one) => one > 1));
  }
});

test('a restore whose start isn’t known keeps its name', () => {
  const unknown = { name: 'vm', startedAt: null };
  expect(namesApart([unknown, unknown], (name) => `${name}!`)).toEqual(['vm', 'vm']);
});
