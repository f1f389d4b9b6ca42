import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTerminal, type JobStatus } from '#src/model/jobs.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

describe('ids', () => {
  test('name the same resource in any letter case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9/;.-]{1,40}$/), (id) => {
        expect(sameId(id.toUpperCase(), id.toLowerCase())).toBe(true);
        expect(sameId(id, `${id}x`)).toBe(false);
      }),
    );
  });

  test('that are missing are alike, and unlike any id', () => {
    expect(sameId(null, undefined)).toBe(true);
    expect(sameId(null, '/subscriptions/a')).toBe(false);
  });

  test('end in the name, semicolons included', () => {
    expect(nameOf('/a/b/VM;iaasvmcontainerv2;rg;vm')).toBe('VM;iaasvmcontainerv2;rg;vm');
    expect(nameOf('alone')).toBe('alone');
  });
});

test('only four states of a job are its end: an unknown one may go on', () => {
  const ends: Record<JobStatus, boolean> = {
    inProgress: false,
    cancelling: false,
    unknown: false,
    completed: true,
    completedWithWarnings: true,
    failed: true,
    cancelled: true,
  };
  const states: JobStatus[] = [
    'inProgress',
    'cancelling',
    'unknown',
    'completed',
    'completedWithWarnings',
    'failed',
    'cancelled',
  ];
  expect(Object.fromEntries(states.map((state) => [state, isTerminal(state)]))).toEqual(ends);
});
