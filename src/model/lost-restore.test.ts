import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { certainJob, type FoundJob, isNewSince, type Press } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';

const HOUR_MS = 3_600_000;
const SENT_AT = 10 * HOUR_MS;

const press = (more: Partial<Press>): Press => ({
  sentAt: instant(SENT_AT),
  before: null,
  notOurs: [],
  ...more,
});
const job = (name: string, startedAt: number | null, isNamed = true): FoundJob => ({
  id: resourceId(`/jobs/${name}`),
  name,
  startedAt: startedAt === null ? null : instant(startedAt),
  isNamed,
});

describe('whether a job may have started with a press', () => {
  test.each([
    ['not there before, whenever it began', { before: ['/jobs/b'] }, 0, true],
    ['nothing there before', { before: [] }, 0, true],
    ['there before, whenever it began', { before: ['/jobs/b', '/JOBS/A'] }, 2 * SENT_AT, false],
    ['somebody else’s, though new', { before: [], notOurs: ['/Jobs/a'] }, SENT_AT, false],
    ['somebody else’s, before unknown', { notOurs: ['/jobs/a'] }, SENT_AT, false],
    ['before unknown: at the press', {}, SENT_AT, true],
    ['before unknown: two hours before it', {}, SENT_AT - 2 * HOUR_MS, true],
    ['before unknown: longer before it', {}, SENT_AT - 2 * HOUR_MS - 1, false],
    ['before unknown: long after it', {}, 9 * SENT_AT, true],
    ['before unknown, as is its start', {}, null, true],
    ['its start is unknown, and it is new', { before: [] }, null, true],
    ['its start is unknown, and it is not new', { before: ['/jobs/a'] }, null, false],
  ] as const)('%s', (_, more, startedAt, isNew) => {
    expect(isNewSince(press(more), job('a', startedAt))).toBe(isNew);
  });
});

describe('the job that is certainly of a press', () => {
  const ours = job('a', SENT_AT);
  const mute = job('b', SENT_AT, false);
  test.each([
    ['the only new one, and it names the target', { before: [] }, [ours], ours],
    ['none was found', { before: [] }, [], null],
    ['the only one does not name the target', { before: [] }, [mute], null],
    ['two are new', { before: [] }, [ours, job('c', SENT_AT)], null],
    ['two are new, and one does not name the target', { before: [] }, [ours, mute], null],
    ['nobody knows what was there before', {}, [ours], null],
  ] as const)('%s', (_, more, found, certain) => {
    expect(certainJob(press(more), found)).toEqual(certain);
  });
});
