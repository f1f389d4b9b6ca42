import { instant } from '#src/lib/time.ts';
import type { ComputeUsage } from '#src/model/machines.ts';
import type { Job } from '#src/model/jobs.ts';
import type { Permission } from '#src/model/roles.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { forbiddenProblem } from '#src/model/testing.ts';
import type {
  Preflight,
  PreflightReads,
  Validation,
} from '#src/datasources/azure-vm/checks/preflight.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type Different, exampleReads, exampleView } from '#src/datasources/azure-vm/testing.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { Read } from '#src/wizard/read.ts';
import type { CheckState } from '#src/wizard/review/check.ts';
import { type CheckedLine, checkLinesOf } from '#src/datasources/azure-vm/checks/lines.ts';

/** The documents' example before it is restored, with everything in order. */

export const read = <Value>(value: Value, at?: number): Read<Value> => ({
  state: 'known',
  value,
  at: at === undefined ? undefined : instant(at),
});
export const loading: Read<never> = { state: 'loading' };
export const forbidden: Read<never> = {
  state: 'forbidden',
  trouble: {
    problem: { ...forbiddenProblem, missingAction: 'X/read' },
    readAgain: () => undefined,
  },
};

export const everything: Permission = { actions: ['*'], notActions: [] };
export const onlyLook: Permission = { actions: ['*/read'], notActions: [] };

export const usage = (name: string, used: number, limit: number | null): ComputeUsage => ({
  name,
  label: name,
  used,
  limit,
});

/** A restore of a VM that started some hours before the current time. */
const restoreOf = (itemName: string, hoursAgo: number): Job => ({
  id: resourceId(`/jobs/${itemName}-${String(hoursAgo)}`),
  name: 'job',
  vaultName: 'testVault',
  itemName,
  operation: 'Restore',
  status: 'completed',
  statusWord: 'Completed',
  startedAt: instant((48 - hoursAgo) * 3_600_000),
  endedAt: null,
  durationMs: null,
  isCancellable: false,
});

/** The given number of restores of the example's VM, all started some hours ago. */
export const restoresOfDay = (count: number, hoursAgo = 3): Job[] =>
  Array.from({ length: count }, (_, index) => restoreOf('testVM', hoursAgo + index / 100));

/** What only the list reads, but for what differs. */
function examplePreflightReads(different: Partial<PreflightReads> = {}): PreflightReads {
  return {
    vaultRights: read([everything]),
    networkRights: read([everything]),
    usages: read([usage('cores', 1, 10), usage('standardAv2Family', 0, 10)]),
    restores: read([]),
    runningRestores: read([]),
    otherRestores: read({ restores: [], unread: [] }),
    keyVaults: [],
    ...different,
  };
}

/** Azure has looked and found nothing, but for what differs. */
function exampleValidation(different: Partial<Validation> = {}): Validation {
  return {
    stage: { kind: 'done', at: instant(0), problems: [] },
    plan: { restore: null, restoreText: 'null' },
    isStale: false,
    waitsFor: null,
    start: () => undefined,
    stop: () => undefined,
    ...different,
  };
}

/** What a test differs in from an example that is ready. */
export interface Case {
  readonly choices?: Partial<VmChoices>;
  readonly different?: Different;
  readonly reads?: Partial<Reads>;
  readonly checkReads?: Partial<PreflightReads>;
  readonly validation?: Partial<Validation>;
  readonly denials?: Preflight['denials'];
}

/** A line of the list for a case: how it stands, and what it says. */
export type Row = readonly [what: string, wanted: Case, state: CheckState, found: string | RegExp];

/** What the list is made from, for a case. */
export const preflightFor = ({
  choices,
  different,
  reads,
  checkReads,
  validation,
  denials = [],
}: Case) => ({
  view: exampleView(choices, { ...exampleReads(different), ...reads }),
  reads: examplePreflightReads(checkReads),
  validation: exampleValidation(validation),
  denials,
  readAgain: () => undefined,
  shutDown: () => undefined,
});

/** The list for a case. */
export const linesFor = (wanted: Case): CheckedLine[] => checkLinesOf(preflightFor(wanted));

/** One line of the list for a case; undefined where the restore has nothing to do with it. */
export function lineFor(id: CheckedLine['id'], wanted: Case): CheckedLine | undefined {
  return linesFor(wanted).find((line) => line.id === id);
}
