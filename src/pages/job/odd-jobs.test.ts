import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import { reportedTarget } from '#src/progress/observe.ts';
import { cancelOf, progressOf } from '#src/progress/progress.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { job, START, task } from '#src/progress/testing.ts';
import { cancelText } from '#src/progress/live/cancel.tsx';
import { answerFacts, jobTitle, sideFacts } from '#src/pages/job/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { evidenceText, verdicts } from '#src/strings/progress.ts';
import {
  basesText,
  clockRangeText,
  readyInText,
  setbackLine,
} from '#src/progress/live/progress-text.ts';

/** Whatever a job says of itself, what the page says of it is words. */

const text = fc.oneof(fc.constant(''), fc.string(), fc.constant('Transfer data from vault'));
const moment = fc.option(fc.integer({ min: -1e12, max: 4e12 }).map((ms) => instant(ms)));
const duration = fc.option(fc.integer({ min: 0, max: 1e12 }));
const percent = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
const bytes = fc.option(
  fc.tuple(fc.nat(1e9), fc.nat(1e9)).map(([part, rest]) => ({
    transferred: part,
    total: part + rest,
  })),
);
const tasks = fc.array(
  fc
    .tuple(
      text,
      fc.constantFrom('notStarted', 'inProgress', 'completed', 'failed', 'cancelled', 'unknown'),
      fc.record({
        statusWord: fc.option(text),
        startedAt: moment,
        durationMs: duration,
        percent,
        bytes,
      }),
    )
    .map(([name, status, more]) => task(name, status, more)),
  { maxLength: 4 },
);
const jobs: fc.Arbitrary<JobDetails> = fc
  .record({
    itemName: text,
    operation: fc.oneof(text, fc.constantFrom('Restore', 'Backup', 'CrossRegionRestore')),
    status: fc.constantFrom(
      'inProgress',
      'completed',
      'completedWithWarnings',
      'failed',
      'cancelling',
      'cancelled',
      'unknown',
    ),
    statusWord: fc.option(text),
    startedAt: moment,
    endedAt: moment,
    durationMs: duration,
    isCancellable: fc.boolean(),
    percent,
    remainingMs: duration,
    tasks,
    properties: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
    errors: fc.array(
      fc.record({ code: text, title: text, message: text, recommendations: fc.constant([]) }),
      { maxLength: 2 },
    ),
    bytes,
    restoreKind: fc.constantFrom('createVm', 'restoreDisks', 'replaceDisks', null),
  })
  .map((more) => job(more));

test('no figure is a sign of a mistake, and every job has a verdict in words', () => {
  fc.assert(
    fc.property(jobs, fc.integer({ min: -1e10, max: 1e10 }), (one, offset) => {
      const at = instant(START + offset);
      const facts = { observations: null, past: [], sizeBytes: null };
      const now = progressOf(one, facts, at);
      const verdict = jobVerdictOf(one, null);
      const cancel = cancelOf(one, now.phases, now.eta);
      const texts = [
        readyInText('Azure', now.eta),
        now.eta.kind === 'range' ? clockRangeText(now.eta, at) : '',
        basesText('Azure', now) ?? '',
        now.setback === null ? '' : setbackLine('Azure', now.setback),
        cancelText('Azure', cancel),
        verdicts('Azure')[verdict.outcome].title,
        ...verdict.evidence.map((evidence) => evidenceText(evidence) ?? ''),
        ...answerFacts(
          one,
          {
            progress: now,
            verdict,
            at,
            parts: {
              isRestore: one.restoreKind !== null,
              cancel: { never: 'Never', whileRunning: null },
            },
            service: 'Azure',
          },
          null,
        ).flat(),
        ...sideFacts(
          one,
          { progress: now, verdict, parts: { isRestore: one.restoreKind !== null } },
          null,
        ).flat(),
        jobTitle(one, null),
        now.percent === null ? '' : pages.job.percent(now.percent.value),
      ].filter((line) => !one.tasks.some(({ name }) => name !== '' && line.includes(name)));
      for (const line of texts) expect(line).not.toMatch(/NaN|Infinity|undefined|Invalid|-\d+%/);
      expect(now.ageMs ?? 0).toBeGreaterThanOrEqual(0);
      expect(now.percent?.value ?? 0).toBeLessThanOrEqual(100);
      const isOver = cancel.kind === 'no' && cancel.why === 'over';
      expect(isOver).toBe(isTerminal(one.status));
    }),
  );
});

test('a target needs a group, and a name if a VM was to be created', () => {
  const properties = (...names: readonly string[]) =>
    names.map((name) => ({ name, value: name === 'Target VM Name' ? 'vm-2' : 'rg' }));
  const all = properties('Target resource group', 'Target VM Name');
  expect(reportedTarget(job({ properties: all }))).toMatchObject({
    resourceGroup: 'rg',
    machine: 'vm-2',
  });
  expect(reportedTarget(job({ properties: properties('Target resource group') }))).toBeNull();
  expect(reportedTarget(job({ properties: properties('Target VM Name') }))).toBeNull();
  expect(reportedTarget(job({ properties: all, restoreKind: 'replaceDisks' }))).toBeNull();
  expect(reportedTarget(job({ properties: all, restoreKind: null }))).toBeNull();
  const disks = job({ properties: all, restoreKind: 'restoreDisks' });
  expect(reportedTarget(disks)).toMatchObject({ machine: null });
});
