import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { type Job, type JobStatus, secondaryJobId } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { crossRegionIn } from '#src/pages/jobs/cross-region.ts';

const at = instant(Date.parse('2025-06-05T02:44:10Z'));
const HOUR_MS = 3_600_000;
const vaultId = resourceId('/subscriptions/1/resourceGroups/rg/providers/M/vaults/v');

const far = (name: string, status: JobStatus, hours: number): Job => ({
  id: secondaryJobId({ vaultId, region: 'northeurope' }, name),
  name,
  vaultName: 'v',
  itemName: name,
  operation: 'CrossRegionRestore',
  status,
  statusWord: null,
  startedAt: instant(at - hours * HOUR_MS),
  endedAt: null,
  durationMs: null,
  isCancellable: false,
});

test('the list over all vaults names those it lacks: of its range, and all that run', () => {
  const secondary = [
    far('a', 'inProgress', 60),
    far('b', 'completed', 3),
    far('c', 'completed', 30),
  ];
  expect(crossRegionIn(secondary, '24h', at)).toEqual({ total: 2, running: 1, vaults: [vaultId] });
  expect(crossRegionIn(secondary, '7d', at)).toMatchObject({ total: 3, running: 1 });
  expect(crossRegionIn([], '24h', at)).toEqual({ total: 0, running: 0, vaults: [] });
});
