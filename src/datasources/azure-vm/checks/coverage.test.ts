import { describe, expect, test } from 'vitest';
import {
  CHECKS,
  VM_COVERAGE,
  type VmKind,
  vmNotLookedAt,
} from '#src/datasources/azure-vm/checks/lines.ts';
import { PLACE_ROWS } from '#src/datasources/azure-vm/checks/testing-place-rows.ts';
import { ROWS } from '#src/datasources/azure-vm/checks/testing-rows.ts';
import { type Case, linesFor } from '#src/datasources/azure-vm/checks/testing.ts';
import { AS_NEW_VM, AS_REPLACEMENT, exampleView } from '#src/datasources/azure-vm/testing.ts';
import { refusersOf } from '#src/wizard/review/check.ts';

const rows = refusersOf(VM_COVERAGE);
const cases: readonly Case[] = [...ROWS, ...PLACE_ROWS].map(([, , wanted]) => wanted);

describe('what could refuse the restore of a VM', () => {
  test('has a check, or is not looked at: 23 rows', () => {
    expect(rows).toHaveLength(23);
    const byCheck = rows.flatMap(([, { by }]) => (by === null ? [] : [by]));
    // One check is of what comes after the restore: nothing refuses that.
    const refusing = CHECKS.filter(({ isShownOnly = false }) => !isShownOnly);
    expect(byCheck.toSorted()).toEqual(refusing.map(({ id }) => id).toSorted());
  });

  test('is looked at in the kinds of restore that it says, whatever was read', () => {
    const seen = new Map<string, Set<string>>();
    for (const wanted of cases) {
      const kind = exampleView(wanted.choices).shown.option;
      for (const { id } of linesFor(wanted)) {
        seen.set(id, (seen.get(id) ?? new Set()).add(kind ?? ''));
      }
    }
    for (const [id, { by, in: kinds }] of rows) {
      const others = [...(seen.get(by ?? '') ?? [])].filter(
        (kind) => !kinds.some((one) => one === kind),
      );
      expect([id, others]).toEqual([id, []]);
    }
  });

  test.each<[VmKind, Case['choices'], number]>([
    ['createVm', AS_NEW_VM, 7],
    ['restoreDisks', {}, 6],
    ['replaceDisks', AS_REPLACEMENT, 6],
  ])('leaves something out in %s', (kind, choices, count) => {
    const { shown } = exampleView(choices);
    expect(shown.option).toBe(kind);
    expect(vmNotLookedAt(shown)).toHaveLength(count);
  });
});
