import { expect, test } from 'vitest';
import { type ChangeState, changeView } from '#src/actions/vault-change.ts';
import { ArmError, type ArmErrorFacts } from '#src/api/arm/error.ts';
import { vaultWith } from '#src/datasources/azure-vm/testing.ts';
import { changeWords } from '#src/datasources/azure-vm/vault/CrossSubscription.tsx';
import { namesOf } from '#src/datasources/azure-vm/vault/RestoreStates.tsx';
import { timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { CrossSubscriptionState } from '#src/model/vaults.ts';
import { claimsBy, faultsOf, unlisted } from '#src/strings/testing-claims.ts';
import { vaults } from '#src/strings/vaults.ts';

const vault = vaultWith({ subscriptionId: 'SUB-1', region: 'westeurope', movedFrom: 'sub-2' });
const subscriptions = [{ id: 'sub-1', name: 'Production', tenantId: null }];
const region = (name: string, displayName: string, pairedRegion: string | null) => ({
  name,
  displayName,
  pairedRegion,
  zones: [],
  places: [],
});
const regions = [
  region('WestEurope', 'West Europe', 'northeurope'),
  region('northeurope', 'North Europe', 'westeurope'),
  region('italynorth', 'Italy North', null),
  region('westus', 'West US', 'nowhere'),
];

test('places are called by their names, and by what is known of them where those are not read', () => {
  expect(namesOf(vault, subscriptions, regions)).toEqual({
    subscription: 'Production',
    movedFrom: 'sub-2',
    region: 'West Europe',
    pair: 'North Europe',
  });
  expect(namesOf({ ...vault, movedFrom: null }, undefined, undefined)).toEqual({
    subscription: 'SUB-1',
    movedFrom: null,
    region: 'West Europe',
    pair: undefined,
  });
});

test.each([
  ['italynorth', null],
  ['westus', 'nowhere'],
  ['moon', undefined],
])('a region without a pair is not one whose pair is unknown: %s', (name, pair) => {
  expect(namesOf({ ...vault, region: name }, subscriptions, regions).pair).toBe(pair);
});

/** Which facts the sentences about a change of a vault need. */

interface Known extends Pick<ChangeState, 'status' | 'data' | 'error'> {
  /** What the vault reports. */
  readonly present: CrossSubscriptionState | null;
  /** Why Azure rejected it, while its result is looked for. */
  readonly rejected?: string | null;
}
function says({ present, rejected, ...state }: Known): readonly string[] {
  const view = changeView({ ...state, variables: { wanted: 'disabled' } }, present, rejected);
  const shown = changeWords(view);
  return shown === null ? [] : [shown.title, ...shown.lines];
}

const errorOf = (change: Partial<ArmErrorFacts>): ArmError =>
  new ArmError({
    kind: 'refused',
    status: 400,
    code: null,
    message: '',
    requestId: null,
    missingAction: null,
    body: '',
    ...change,
  });
const failed = (change: Partial<ArmErrorFacts>): Known => ({
  status: 'error',
  data: undefined,
  error: errorOf(change),
  present: 'enabled',
});
const ended = (kind: 'done' | 'notYet' | 'unfollowed', present: Known['present']): Known => ({
  status: 'success',
  data: { kind },
  error: null,
  present,
});
const notSent = failed({ kind: 'notSent', status: null });
const serverError = failed({ status: 500 });
const words = vaults.change;
const row = claimsBy<Known>(says);

const trouble = (
  kind: keyof typeof words.trouble,
  known: Known,
  without: Readonly<Record<string, Known>>,
) =>
  (['title', 'body'] as const).map((part) =>
    row(`trouble.${kind}.${part}`, known, words.trouble[kind][part], without),
  );

const running: Known = {
  status: 'pending',
  data: undefined,
  error: null,
  present: 'enabled',
  rejected: 'Busy.',
};
const rows = [
  row('rejected', running, words.rejected, {
    'a rejection': { rejected: null },
    'a look under way': { status: 'success', data: { kind: 'done' } },
  }),
  ...trouble('notSent', notSent, {
    'a request that never left': failed({ kind: 'lost', status: null }),
  }),
  ...trouble('unsure', failed({ kind: 'lost', status: null }), {
    'no answer that refuses': failed({}),
    'a request that may have left': notSent,
    'a vault that doesn’t show it': { ...failed({ kind: 'lost' }), present: 'disabled' },
  }),
  ...trouble('forbidden', failed({ status: 403 }), { 'an answer of 403': serverError }),
  ...trouble('notFound', failed({ status: 404 }), { 'an answer of 404': serverError }),
  ...trouble('busy', failed({ status: 409 }), { 'an answer of 409': serverError }),
  ...trouble('throttled', failed({ status: 429 }), { 'an answer of 429': serverError }),
  row('trouble.refused.title', failed({ status: 412 }), words.trouble.refused.title, {
    'an answer that refuses': serverError,
    'a request that left': notSent,
  }),
  row('notShown', failed({ lookedAt: instant(0) }), words.notShown(timeText(instant(0))), {
    'a look that didn’t find it': failed({}),
    'an answer that refuses': serverError,
  }),
  row('trouble.refused.body', failed({ status: 412 }), words.trouble.refused.body, {
    'an answer that refuses': serverError,
  }),
  row('done', ended('done', 'disabled'), words.done(vaults.state.disabled), {
    'a vault that shows it': { present: 'enabled' },
    'a vault that reports it': { present: null },
  }),
  row('doneBody', ended('done', 'disabled'), words.doneBody, {
    'a vault that shows it': { present: 'enabled' },
  }),
  row('notYet', ended('notYet', 'enabled'), words.notYet(vaults.state.disabled), {
    'a vault that doesn’t show it': { present: 'disabled' },
  }),
  row('unfollowed', ended('unfollowed', 'enabled'), words.unfollowed(vaults.state.disabled), {
    'a vault that doesn’t show it': { present: 'disabled' },
  }),
  row(
    'failed',
    { ...ended('done', 'enabled'), data: { kind: 'failed', code: null, message: '' } },
    words.failed,
    { 'a failure that Azure reports': { data: { kind: 'notYet' } } },
  ),
];

/** Labels, what is under way, and where to look. */
const CLAIMLESS = 'sending sendingBody asRead looking readAgain';

test.each(rows)('$key needs its facts', (one) => expect(faultsOf(one)).toEqual([]));

test(`${String(rows.length)} sentences about a change of a vault are in the table`, () => {
  expect(rows).toHaveLength(21);
  expect(unlisted(words, rows, CLAIMLESS)).toEqual([]);
});

test('a count that may be cut is a bound', () => {
  expect(vaults.inside.machines(3, false)).toBe('3 VMs');
  expect(vaults.inside.machines(3, true)).toBe('at least 3 VMs');
  expect(vaults.inside.machines(1, true)).toBe('at least 1 VM');
});
