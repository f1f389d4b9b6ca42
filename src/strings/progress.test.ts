import { describe, expect, test } from 'vitest';
import {
  basisText,
  canceling,
  evidenceText,
  noEta,
  patienceText,
  progress,
  setbackText,
  stalled,
  verdictFrom,
  verdicts,
} from '#src/strings/progress.ts';

test.each([
  [{ kind: 'taskAgain', task: 'Transfer' }, '“Transfer” started again or fell back.'],
  [{ kind: 'moreTasks' }, 'subtasks were added.'],
  [{ kind: 'moreBytes' }, 'there is more to transfer than reported before.'],
  [{ kind: 'notTold' }, 'Azure doesn’t report why.'],
] as const)('a percentage that fell says why: %j', (why, reason) => {
  expect(setbackText('Azure', { figure: 'percent', why }, '60%', '40%')).toBe(
    `Azure’s percentage fell from 60% to 40%: ${reason}`,
  );
});

test('an estimate that went up rose', () => {
  const risen = setbackText(
    'Azure',
    { figure: 'remaining', why: { kind: 'notTold' } },
    '5 min',
    '9 min',
  );
  expect(risen).toContain('Azure’s estimate rose from 5 min to 9 min');
});

test.each([
  [{ kind: 'azure' }, 'Azure’s own estimate'],
  [{ kind: 'percent' }, 'this job’s pace so far'],
  [
    { kind: 'bytes', bytesPerMs: 1 },
    'this job’s 2 GiB/min, and the typical duration of the later subtasks',
  ],
  [{ kind: 'past', jobs: 6, isOfSize: true }, '6 past jobs of this vault and this size'],
  [{ kind: 'past', jobs: 1, isOfSize: false }, '1 past job of this vault, of any size'],
] as const)('a time left has its basis: %j', (basis, text) => {
  expect(progress.basis(basisText('Azure', basis, '2 GiB/min'))).toBe(`Basis: ${text}.`);
});

test.each([
  [{ kind: 'task', name: 'Transfer', status: 'completed' }, null],
  [{ kind: 'error', code: '400184', title: 'OlrBackupFailed' }, null],
  [{ kind: 'disks', names: ['os', 'data'] }, 'Disks that exist: os, data'],
  [{ kind: 'disks', names: [] }, 'No restored disks were found.'],
] as const)('evidence reads well: %j', (evidence, text) => {
  expect(evidenceText(evidence)).toBe(text);
});

describe('every text', () => {
  const textsOf = (service: string) => [
    ...Object.values(noEta(service)),
    ...Object.values(stalled.advice(service)),
    ...Object.values(canceling.no(service)),
    ...Object.values(canceling.caution(service)),
    ...Object.values(verdicts(service)).map(({ body }) => body),
    ...Object.values(verdictFrom),
    ...(['own', 'past', 'ours'] as const).map((basis) => patienceText(service, basis, '15 min')),
    stalled.body(service, null),
    stalled.body(service, 'Transfer'),
  ];
  const texts = textsOf('Azure');

  test.each(texts)('is short and whole: %s', (text) => {
    expect(text).toMatch(/^[“A-Z].*\.$/);
    for (const sentence of text.split('. ')) expect(sentence.length).toBeLessThanOrEqual(130);
  });

  test('belongs to one thing only', () => {
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('names the service that runs the job; Azure is named as the target', () => {
    expect(textsOf('Commvault').filter((text) => text.includes('Azure'))).toEqual([
      verdictFrom.target,
    ]);
  });
});
