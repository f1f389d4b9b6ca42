import { expect, test } from 'vitest';
import { dateTimeText } from '#src/lib/format.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { changeDraft, draftState } from '#src/wizard/draft/store.ts';
import { changeVmChoices } from '#src/datasources/azure-vm/choices.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import { sentAnswers } from '#src/datasources/azure-vm/sent-restore.ts';

freshStorage();

const JOB = '/vault/backupJobs/J';
const before = Date.parse('2025-06-04T22:00:00Z');

/** A draft as the page of what has happened creates it. */
const begun = (): string =>
  createDraft(
    { instance: '/a', point: '1' },
    { option: 'createVm', outage: 'region' },
    { scenario: 'region-down', before },
  );
const send = (id: string) =>
  changeDraft(id, (draft) => ({
    ...draft,
    asked: draft.choices,
    submission: { state: 'job', jobId: JOB, isAdopted: false },
  }));

test('what was answered before a restore was sent is kept with its job, through a reload', () => {
  const id = begun();
  changeVmChoices(id, { dc: 'none' });
  send(id);
  resetPageState();
  expect(sentAnswers(JOB)).toEqual([
    ['What happened?', 'A region is down'],
    ['Good until', dateTimeText(instant(before))],
    ['Is it a domain controller?', 'No'],
    ['Is its zone or region down?', 'The primary datacenter is down'],
  ]);
});

test('a job of another browser has none', () => {
  expect(sentAnswers(JOB)).toEqual([]);
});

test('what has happened to one VM does not apply to another', () => {
  const id = begun();
  changeVmChoices(id, { instance: '/b' });
  const { draft } = draftState(id);
  expect(draft.ok && draft.value.cause).toBeUndefined();
});
