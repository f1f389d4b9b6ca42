import * as z from 'zod/mini';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { startCommvaultRestore } from '#src/api/commvault/restores.ts';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { restoreIn } from '#src/datasources/commvault-vm/request.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { defaultVms } from '#src/mocks/commvault/commserve.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { corporate, production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { findingsOf, refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';

/** The form and the simulated CommServe, written by different hands, judge the same restore. */

const VMS = defaultVms(defaultWorld).map(([{ id }]) => id);
const REGIONS = ['westeurope', 'northeurope', 'eastus2', 'westus'] as const;

/** A restore at random. Numbers select from what the form would offer. */
interface Wanted {
  readonly vm: number;
  readonly point: number | null;
  readonly cv: CommvaultChoices['cv'];
  /** Through the other hypervisor, to its subscription. */
  readonly isElsewhere: boolean;
  /** To another subscription than the hypervisor's. */
  readonly isAstray: boolean;
  readonly region: number | null;
  readonly rg: number | null;
  readonly staging: number | null;
  readonly vnet: number | null;
  readonly zone: number | null;
  readonly vmSize: number | null;
  /** A new name, or that of a VM of the resource group. */
  readonly isNameTaken: boolean;
  readonly overwrite: boolean;
  readonly asManaged: boolean;
  readonly isConfirmed: boolean;
}

const at = <Item>(list: readonly Item[] | undefined, index: number | null): Item | null =>
  index === null || list === undefined ? null : (list[index % Math.max(1, list.length)] ?? null);

type Wizard = ReturnType<typeof testWizard>;

/** The draft of a restore, chosen step by step as the form offers it. */
async function viewFor({ viewOf }: Wizard, wanted: Wanted): Promise<CommvaultView> {
  const id = at(VMS, wanted.vm) ?? '';
  const isCorporate = id.includes(corporate);
  const own = isCorporate ? corporate : production;
  const other = isCorporate ? production : corporate;
  const first: Partial<CommvaultChoices> = {
    cv: wanted.cv,
    region: at(REGIONS, wanted.region),
    // Nothing reports the subscription of a hypervisor: the operator knows it.
    ...(wanted.isElsewhere && { hypervisor: isCorporate ? '120' : '121', subscription: other }),
    ...(wanted.isAstray && !wanted.isElsewhere && { subscription: other }),
  };
  const { reads } = await viewOf(id, first);
  const isGone = known(reads.machine) === undefined;
  const second: Partial<CommvaultChoices> = {
    ...first,
    ...(isGone && !wanted.isElsewhere && !wanted.isAstray && { subscription: own }),
  };
  const offered = (await viewOf(id, second)).reads;
  const points = known(offered.points) ?? [];
  const taken = known(offered.machineNames)?.[0] ?? 'app01';
  return viewOf(id, {
    ...second,
    ...(wanted.point !== null && { point: at(points, wanted.point)?.id ?? null }),
    rg: at(known(offered.groups), wanted.rg)?.name ?? null,
    staging: at(known(offered.accounts), wanted.staging)?.id ?? null,
    vnet: at(known(offered.networks), wanted.vnet)?.id ?? null,
    zone: at(['none', '1', '2', '3'], wanted.zone),
    vmSize: at(known(offered.sizes), wanted.vmSize)?.name ?? null,
    vmName: wanted.isNameTaken ? taken : 'new-vm',
    overwrite: wanted.overwrite,
    asManaged: wanted.asManaged,
    consequenceRead: wanted.isConfirmed,
    confirmReplace: wanted.isConfirmed ? (known(offered.vm)?.name ?? null) : null,
  });
}

const stored = z.object({ event: z.object({ ending: z.looseObject({ kind: z.string() }) }) });

/** How the job of a restore will end, by what the simulated CommServe has planned; a refusal is its text. */
async function serveSays(it: Wizard, view: CommvaultView): Promise<string | null> {
  const restore = restoreIn(view);
  if (restore === null) return null;
  try {
    await startCommvaultRestore(new URL(COMMSERVE_ORIGIN).host, restore, 'mark');
  } catch (error) {
    return `refused: ${armFacts(error)?.message ?? ''}`;
  }
  const events = await it.store.read(0);
  const [task] = events.flatMap(({ event }) => stored.safeParse(event).data ?? []);
  const { kind, reason = '' } = task?.event.ending ?? { kind: 'none' };
  return kind === 'failed' ? `failed: ${String(reason)}` : kind;
}

/** What only Azure can know: locks, and who may write where. */
const UNKNOWABLE = /ScopeLocked|AuthorizationFailed|A disk named/;

interface Compared {
  readonly outcome: 'taken' | 'refused' | 'not comparable' | 'disagreed';
  readonly form: readonly string[];
  readonly serve: string | null;
}

/** Judges a restore by both. Rules that are advice, or that the simulation leaves to Azure, prove nothing. */
async function compare(wanted: Wanted): Promise<Compared> {
  const it = testWizard();
  const view = await viewFor(it, wanted);
  const form = refusedAtSubmit(view.facts, view.choices, view.model.rules).map(({ rule }) => rule);
  const ids = form.map(({ id }) => id);
  const serve = await serveSays(it, view);
  const isTaken = serve === 'completed' || serve === 'with-errors';
  const isComparable =
    serve !== null &&
    !UNKNOWABLE.test(serve) &&
    findingsOf(view.settled).notChecked.length === 0 &&
    form.every((rule) => rule.by?.by === 'service' && !LEFT_TO_AZURE.includes(rule.id));
  if (!isComparable) return { outcome: 'not comparable', form: ids, serve };
  if (isTaken === (ids.length === 0)) {
    return { outcome: isTaken ? 'taken' : 'refused', form: ids, serve };
  }
  return { outcome: 'disagreed', form: ids, serve };
}

/** The simulation creates VMs of any size and name, and puts none into a network that it was not given. */
const LEFT_TO_AZURE: readonly string[] = [
  'platform.commvault.size.available',
  'platform.commvault.name.form',
  'platform.commvault.network',
  'platform.commvault.subnet',
];

/** The form takes exactly what the simulated CommServe takes, as far as either can know it. */

const index = fc.nat({ max: 50 });
const rarely = fc.option(index, { freq: 2 });
const mostly = fc.option(index, { freq: 9 });
const seldom = fc.nat({ max: 9 }).map((nth) => nth === 0);

const wanted = (cv: Wanted['cv']): fc.Arbitrary<Wanted> =>
  fc.record({
    vm: index,
    point: fc.option(index, { freq: 1 }),
    cv: fc.constant(cv),
    isElsewhere: seldom,
    isAstray: seldom,
    region: fc.option(index, { freq: 1 }),
    rg: rarely,
    staging: mostly,
    vnet: fc.option(index, { freq: 1 }),
    zone: fc.option(index, { freq: 1 }),
    vmSize: fc.option(index, { freq: 1 }),
    isNameTaken: seldom,
    overwrite: seldom,
    asManaged: fc.boolean(),
    isConfirmed: seldom.map((isNot) => !isNot),
  });

describe.each(['out-of-place', 'in-place'] as const)('form and CommServe agree %s', (cv) => {
  test('on random restores', async () => {
    const outcomes: Compared['outcome'][] = [];
    await fc.assert(
      fc.asyncProperty(wanted(cv), async (one) => {
        const compared = await compare(one);
        outcomes.push(compared.outcome);
        expect(compared.outcome === 'disagreed' ? compared : null).toBeNull();
      }),
      { numRuns: 40 },
    );
    expect(outcomes.filter((outcome) => outcome === 'taken').length).toBeGreaterThan(3);
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(3);
  });
});
