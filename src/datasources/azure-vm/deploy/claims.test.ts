import { expect, test } from 'vitest';
import { ArmError, type ArmErrorFacts } from '#src/api/arm/error.ts';
import {
  cancelDeploymentText,
  headlineOf,
  machineText,
  missingOf,
} from '#src/datasources/azure-vm/deploy/DeploymentView.tsx';
import { networkEntry } from '#src/datasources/azure-vm/deploy/DeployFields.tsx';
import { otherReaders } from '#src/datasources/azure-vm/deploy/TemplateEditor.tsx';
import type { DeployAttempt } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { READERS } from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { ChangeKind } from '#src/model/deployment.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { deploy } from '#src/strings/deploy.ts';
import { claim, claimsBy, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about deployments need. */

const words = deploy.progress;
const MINUTE = 60_000;
const PRESSED = 1_749_000_000_000;
const timeOf = (ms: number) => dateTimeText(instant(ms));

/** A deployment that a read didn't find. */
interface Known extends Partial<DeployAttempt> {
  /** When it was read, after the press. */
  readonly afterMs?: number;
}
const says = ({ afterMs = 0, ...attempt }: Known): string =>
  missingOf({ id: '/d/1', at: PRESSED, state: 'sent', ...attempt }, PRESSED + afterMs).text;

const accepted = { state: 'started', acceptedAt: PRESSED } as const;

interface MachineKnown {
  readonly machine?: Parameters<typeof machineText>[1];
  readonly problem?: string;
}
const machineSays = ({ machine, problem = '' }: MachineKnown): string | null =>
  machineText('vm', machine, problem === '' ? null : problem);
const machine = { name: 'vm', isRunning: true, size: null, zone: null };

type CancelKnown = Pick<ArmErrorFacts, 'kind' | 'status' | 'lookedAt'>;
const cancelSays = (facts: CancelKnown): string =>
  cancelDeploymentText(
    new ArmError({
      code: null,
      message: 'No.',
      requestId: null,
      missingAction: null,
      body: '',
      ...facts,
    }),
  );
const cancelRow = claimsBy<CancelKnown>(cancelSays);
const machineRow = claimsBy<MachineKnown>(machineSays);
const row = claimsBy<Known>(says);

const rows = [
  row('notListedYet', { ...accepted, afterMs: 2000 }, words.notListedYet(timeOf(PRESSED)), {
    'an answer that accepted it': { state: 'sent', acceptedAt: undefined },
    'an answer of minutes ago at most': { afterMs: 10 * MINUTE },
    'no read that found it': { seenAt: PRESSED + 1000 },
  }),
  row('neverListed', { ...accepted, afterMs: 10 * MINUTE }, words.neverListed(timeOf(PRESSED)), {
    'an answer that accepted it': { state: 'sent', acceptedAt: undefined },
    'an answer that is old': { afterMs: 9 * MINUTE },
    'no read that found it': { seenAt: PRESSED + 1000 },
  }),
  row(
    'gone',
    { ...accepted, seenAt: PRESSED + 1000, afterMs: 2000 },
    words.gone(timeOf(PRESSED + 1000)),
    { 'a read that found it': { seenAt: undefined } },
  ),
  row('unknown', { state: 'sent' }, words.unknown, {
    'no answer': { state: 'started' },
    'no read that found it': { seenAt: PRESSED + 1000 },
  }),
  row('notFound', { state: 'started' }, words.notFound, {
    'no time of its answer': { acceptedAt: PRESSED },
    'an answer': { state: 'sent' },
  }),
  machineRow('machineGone', { machine: null }, words.machineGone('vm'), {
    'a read': { machine: undefined },
    'a read that finds none': { machine },
  }),
  machineRow('machineUnread', { problem: 'No.' }, words.machineUnread('vm', 'No.'), {
    'a read that failed': { problem: '' },
  }),
  machineRow('readBack', { machine }, words.readBack('vm', [words.runs]), {
    'a read': { machine: undefined },
    'a read of its power': { machine: { ...machine, isRunning: null } },
  }),
  cancelRow(
    'notCanceled',
    { kind: 'refused', status: 409, lookedAt: instant(PRESSED) },
    words.notCanceled('No.', timeText(instant(PRESSED))),
    {
      'an answer': { kind: 'lost', status: null },
      'an answer that isn’t a server’s error': { status: 500 },
      'a look that found it not canceled': { lookedAt: undefined },
    },
  ),
  cancelRow('cancelUnknown', { kind: 'lost', status: null }, words.cancelUnknown, {
    'no refusal': { kind: 'refused', status: 409 },
  }),
];

/** Labels, questions, and Azure's own words for the status that it reports. */
const CLAIMLESS = `
  title name attempt status resource type
  state cancel cancelQuestion cancelBody keep again
  newAttempt done created runs stopped inZone
  correlation what
`;

test.each(rows)('$key needs its facts', (one) => expect(faultsOf(one)).toEqual([]));

test(`${String(rows.length)} sentences about deployments are in the table`, () => {
  expect(rows).toHaveLength(10);
  expect(unlisted(words, rows, CLAIMLESS)).toEqual([]);
});

test.each([
  ['accepted a second ago', { ...accepted, afterMs: 1000 }, false],
  ['accepted ten minutes ago and never listed', { ...accepted, afterMs: 10 * MINUTE }, true],
  ['accepted and listed before', { ...accepted, seenAt: PRESSED, afterMs: 1000 }, true],
  ['of a version before, pressed a second ago', { state: 'started', afterMs: 1000 }, false],
  ['of a version before, pressed long ago', { state: 'started', afterMs: 60 * MINUTE }, true],
  ['without an answer', { state: 'sent', afterMs: 1000 }, true],
] as const)('another one can be started beside one that is %s: %s', (_, known, wanted) => {
  const { afterMs, ...attempt } = known;
  const { canStartAnother } = missingOf({ id: '/d/1', at: PRESSED, ...attempt }, PRESSED + afterMs);
  expect(canStartAnother).toBe(wanted);
});

/** What the page shows of a template that Azure has judged, and of who else can read it. */

const judged = (...kinds: readonly ChangeKind[]) => ({
  kind: 'judged' as const,
  valid: {
    kind: 'valid' as const,
    resources: kinds.map((_, nth) => resourceId(`/r/${String(nth)}`)),
  },
  predicted: {
    kind: 'predicted' as const,
    changes: kinds.map((kind, nth) => ({
      id: resourceId(`/r/${String(nth)}`),
      kind,
      paths: [],
      unknownBecause: kind === 'unknown' ? 'The resource would be rejected.' : null,
    })),
  },
});

test.each([
  [['created'], 'done', 'Azure accepts the template: 1 resource.'],
  [['created', 'untouched', 'changed'], 'done', 'Azure accepts the template: 3 resources.'],
  [
    ['created', 'unknown', 'unknown'],
    'warning',
    'Azure accepts the template, and can’t predict 2 of 3 resources. Read why below.',
  ],
] as const)('%j: the headline is %s', (kinds, tone, text) => {
  expect(headlineOf(judged(...kinds))).toEqual({ tone, text });
});

test('no reader is advised that is known to be shut, or is the one chosen', () => {
  const azure = 'let Azure Resource Manager read it';
  for (const reader of READERS) {
    expect(otherReaders(reader, true)).not.toContain(azure);
    expect(otherReaders(reader, false).includes(azure)).toBe(reader !== 'azure');
  }
  expect(otherReaders('azure', true)).toBe(
    'You can also read it on this page or download it with a command and choose the file here.',
  );
});

const free = { addressPrefixes: ['10.0.0.0/29'], isDelegated: false, usedAddresses: 0 };
const judgedRows = [
  claim<Partial<typeof free>>({
    key: 'a subnet that can be selected',
    sentence: 'rg-network',
    says: (change) => {
      const subnet = { ...free, ...change, id: resourceId('/n/s'), name: 's' };
      const network = { id: resourceId('/n'), name: 'n', resourceGroup: 'rg-network' };
      const place = { subscriptionId: 's', region: 'westus', subnets: [subnet] };
      return networkEntry({ network: { ...network, ...place }, subnet }).remark ?? null;
    },
    known: {},
    without: { 'a free address': { usedAddresses: 3 }, 'no service in it': { isDelegated: true } },
  }),
  claim<{ readonly isShut: boolean }>({
    key: 'instead.azure',
    sentence: otherReaders('page', false),
    says: ({ isShut }) => otherReaders('page', isShut),
    known: { isShut: false },
    without: { 'key access': { isShut: true } },
  }),
  claim<{ readonly kind: ChangeKind }>({
    key: 'judge.valid',
    sentence: deploy.judge.valid(1),
    says: ({ kind }) => headlineOf(judged(kind)).text,
    known: { kind: 'created' },
    without: { 'a prediction for each resource': { kind: 'unknown' } },
  }),
];

test.each(judgedRows)('$key shows with its facts alone', (one) =>
  expect(faultsOf(one)).toEqual([]),
);
