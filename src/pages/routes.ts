import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import * as z from 'zod/mini';
import { vaultFromAddress } from '#src/api/arm/address.ts';
import type { Datasource, VaultPageOf, WhatHappened } from '#src/datasources/datasource.ts';
import type { VaultList } from '#src/datasources/list.ts';
import { codeOf, DATASOURCES, ownerOf } from '#src/datasources/registry.ts';
import { addressReader, oneOf } from '#src/lib/address-values.ts';
import { afterReal } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { loadCode } from '#src/lib/load.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import {
  type AddressDatasources,
  type Listing,
  type Listings,
  loadListings,
  namedIn,
} from '#src/pages/list/loaded.ts';

/** What the router knows of each page that is one file: its address, its filters, what is there before it is drawn. */

const text = z.catch(z.optional(z.string()), undefined);

/** The filters of the list as they stand in the address; several values with commas between. */
export const instancesSearch = z.object({
  search: text,
  datasource: text,
  vault: text,
  subscription: text,
  region: text,
  health: text,
  source: text,
  /** Ages of the latest restore point, `24h`, or `none`. */
  older: text,
  /** Tags of the source, `env:prod`. */
  tag: text,
  /** What it is sorted by; with a minus in front the other way round. */
  sort: text,
  /** `secondary`: what one vault keeps in its paired region. */
  view: text,
});
export type InstancesSearch = z.infer<typeof instancesSearch>;

interface InstancesWanted extends AddressDatasources {
  /** Whose list is shown; undefined: it did not load. */
  readonly shown: Listing | undefined;
  /** Those whose instances fit the address too. */
  readonly others: readonly Listing[];
}

/** Whose lists an address asks for: they are shown one at a time, the first of those that are named. */
export function instancesWanted({ all }: Listings, search: InstancesSearch): InstancesWanted {
  const named = namedIn(search);
  const [shown, ...others] = all.filter(
    ({ word }) => named.words.length === 0 || named.words.includes(word),
  );
  return { ...named, shown, others };
}

/** The list of all backup instances, of one datasource at a time. */
export const instancesPage = {
  path: '/instances',
  search: instancesSearch,
  load: async (queries: QueryClient, search: InstancesSearch) => {
    const listings = await loadListings();
    const { shown, isSecondary } = instancesWanted(listings, search);
    if (!isSecondary) {
      shown?.lists.instances.list((spec) => spec.listOf(search).source.warm(queries));
    }
    return listings;
  },
} as const;

/** The filters of the list as they stand in the address; several values with commas between. */
export const vaultsSearch = z.object({
  search: text,
  /** Whose vaults: `backup` for Backup vaults, which protect disks; else Recovery Services vaults. */
  type: text,
  subscription: text,
  region: text,
  redundancy: text,
  crossRegion: text,
  crossSubscription: text,
  /** What it is sorted by; with a minus in front the other way round. */
  sort: text,
});
export type VaultsSearch = z.infer<typeof vaultsSearch>;

interface VaultsWanted {
  /** The vaults of all datasources. */
  readonly all: readonly VaultList[];
  /** Those that are shown; undefined: they did not load. */
  readonly shown: VaultList | undefined;
  /** Parts of the address that mean nothing. */
  readonly ignored: readonly string[];
}

/** Which vaults an address asks for: another service has others, with other settings. */
export function vaultsWanted(listings: Listings, search: VaultsSearch): VaultsWanted {
  const all = listings.all.flatMap(({ lists }) => lists.vaults ?? []);
  const { one, ignored } = addressReader(search);
  const wanted = one('type', oneOf(all.map((list) => list.type)));
  const shown = all.find((list) => list.type === wanted) ?? all[0];
  return { all, shown, ignored: ignored() };
}

/** The list of all vaults, of one kind at a time. */
export const vaultsPage = {
  path: '/vaults',
  search: vaultsSearch,
  load: async (queries: QueryClient, search: VaultsSearch) => {
    const listings = await loadListings();
    const { shown } = vaultsWanted(listings, search);
    shown?.list((spec) => spec.listOf(search).source.warm(queries));
    return listings;
  },
} as const;

/** A vault, and what its datasource brings to its page. */
interface KnownVault {
  readonly id: ResourceId;
  readonly page: VaultPageOf;
}

/** One vault; null for an address that names none. */
export const vaultPage = {
  path: '/vaults/$vaultId',
  load: async (
    queries: QueryClient,
    { vaultId }: { readonly vaultId: string },
  ): Promise<KnownVault | null> => {
    const id = vaultFromAddress(vaultId);
    const owner = id === null ? undefined : ownerOf(id);
    if (id === null || owner?.vaultPage === undefined) return null;
    const page = await codeOf(owner, owner.vaultPage);
    page.warm(queries, id);
    return { id, page };
  },
} as const;

/** Whatever stands there, as text: the router reads figures as numbers. */
const coerced = z.catch(z.optional(z.coerce.string()), undefined);

/** Every answer of the page; what a word in them means is read by the datasource that asks. */
const whatHappenedSearch = z.object({ what: coerced, instance: coerced, before: coerced });
type WhatHappenedSearch = z.infer<typeof whatHappenedSearch>;

/** From what happened to a restore option. */
export const whatHappenedPage = {
  path: '/what-happened',
  search: whatHappenedSearch,
  load: async (
    queries: QueryClient,
    address: WhatHappenedSearch,
  ): Promise<ReadonlyMap<string, WhatHappened>> => {
    const all = new Map(await Promise.all([...DATASOURCES.values()].flatMap(loadedOf)));
    for (const { warm } of all.values()) warm(queries, address);
    return all;
  },
} as const;

function loadedOf(entry: Datasource): Promise<readonly [string, WhatHappened]>[] {
  const { id, whatHappened: load } = entry;
  return load === undefined ? [] : [codeOf(entry, load).then((part) => [id, part])];
}

/** The drafts of this browser: nothing is read before the page is drawn. */
export const draftsPage = { path: '/drafts' } as const;

/** Why a deployment's `config.json` isn't used: it couldn't be read, or these places in it are wrong. */
export type ConfigProblem =
  | { readonly why: 'unread'; readonly detail: string }
  | { readonly why: 'wrong'; readonly places: readonly string[] };

interface SettingsParts {
  /** What is wrong with the deployment's `config.json`. */
  readonly problem: ConfigProblem | null;
  /** How each datasource is reached whose service is not Azure Resource Manager, by its id. */
  readonly connections: readonly (readonly [string, ComponentType])[];
}

/** How each datasource is reached whose service is not Azure Resource Manager. */
export const settingsPage = {
  path: '/settings',
  load: async (problem: ConfigProblem | null): Promise<SettingsParts> => {
    const all = [...DATASOURCES.values()].map(async (entry) => {
      const { id, connection } = entry;
      return connection === undefined ? [] : [[id, await codeOf(entry, connection)] as const];
    });
    return { problem, connections: (await Promise.all(all)).flat() };
  },
} as const;

type LoadStep = (draftId: string, step: string) => Promise<void>;

let loadStep: LoadStep | undefined;

/** Drafts are read only here: no other page waits for what reads them. */
async function loadOfSteps(): Promise<LoadStep> {
  return (await loadCode(() => import('#src/wizard/load-step.ts'))).loadStepOf;
}

async function aMoment(): Promise<void> {
  return new Promise((resolve) => void afterReal(LIMITS.pageMs, resolve));
}

/** The wizard of a draft: as a rule the step's code is there before the page is drawn. */
export const restorePage = {
  path: '/restore/$draftId/$step',
  load: async ({ draftId, step }: { readonly draftId: string; readonly step: string }) => {
    // A browser hands out again what it has imported only after all else that waits.
    loadStep ??= await loadOfSteps();
    // A step that takes longer is drawn while it loads: the wizard stays around it.
    await Promise.race([loadStep(draftId, step), aMoment()]);
  },
} as const;
