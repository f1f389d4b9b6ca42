import type { UseQueryResult } from '@tanstack/react-query';
import { linkOptions, type LinkProps } from '@tanstack/react-router';
import { jobAddress, vaultAddress } from '#src/api/arm/address.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { failedRead } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { SearchAnswer } from '#src/api/queries/search.ts';
import type { SearchWords } from '#src/datasources/datasource.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { beginsWord, fold, wordsOf } from '#src/lib/match.ts';
import type { Job, JobStatus } from '#src/model/jobs.ts';
import type { Problem } from '#src/model/problem.ts';
import type { Vault } from '#src/model/vaults.ts';
import { restoreNamed } from '#src/progress/live/restore-names.ts';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { findRules } from '#src/pages/rules/filters.ts';
import { AZURE_WORDS } from '#src/strings/azure-words.ts';
import { common } from '#src/strings/common.ts';
import { constraints } from '#src/strings/constraints.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import {
  type FoundPlace,
  searchResults as words,
  TYPED_VERBS,
  TYPED_WORDS,
} from '#src/strings/search.ts';
import { settings, shortcuts } from '#src/strings/settings.ts';
import { regionText } from '#src/strings/regions.ts';
import { draftName, draftStatus } from '#src/wizard/draft/draft-text.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { sentOutline } from '#src/wizard/draft/sent.ts';

/** One result: what it is called, what tells it from others of its name, and where it leads. */
export interface Hit {
  /** Its own among all results. */
  readonly key: string;
  readonly title: string;
  readonly remark: string;
  /** How it stands: of a job, or whether an instance's machine was seen. */
  readonly state?:
    | { readonly kind: 'job'; readonly status: JobStatus }
    | { readonly kind: 'source'; readonly isSeen: boolean | null };
  readonly link: LinkProps;
  /** There where something can be done with it at once: a cell of its own, at the end of its line. */
  readonly restore?: RestoreHit;
}

/** The way from a machine to a restore of it. */
export interface RestoreHit {
  readonly key: string;
  /** What it is called, by the machine that stands in another cell. */
  readonly label: string;
  readonly link: LinkProps;
}

/** What a group is called, what is read for it, and how many were found, in words. */
type GroupWords = Pick<SearchWords, 'heading' | 'what' | 'counted'>;

/** The results of one kind, and how their reading stands. */
export interface Group {
  /** Its own among all groups. */
  readonly name: string;
  readonly words: GroupWords;
  readonly hits: readonly Hit[];
  /** How many there are in all; the first of them are shown. */
  readonly total: number;
  /** The way to all of them, where that is another page. */
  readonly more: Hit | null;
  /** What had been typed, where the hits are those of an earlier search. */
  readonly olderTyped: string | null;
  readonly isReading: boolean;
  /** Why Azure could not be searched. */
  readonly problem: Problem | null;
  readonly onRetry?: () => void;
}

/** A group that is found on this machine: nothing of it is read. */
export function localGroup(
  name: 'pages' | 'rules' | 'drafts' | 'recents',
  hits: readonly Hit[],
  all: { readonly total: number; readonly more: Hit | null } = { total: hits.length, more: null },
): Group {
  return {
    name,
    words: words[name],
    hits,
    ...all,
    olderTyped: null,
    isReading: false,
    problem: null,
  };
}

/** The results of a group with the way to all of them at the end. */
export function hitsOf({ hits, more }: Group): readonly Hit[] {
  return more === null ? hits : [...hits, more];
}

/**
 * The result that Enter opens before an arrow was pressed: the first one. None while something that
 * would stand before it, or in its place, is still being read.
 */
export function firstHit(groups: readonly Group[]): string | null {
  for (const { hits, isReading } of groups) {
    if (isReading) return null;
    if (hits[0] !== undefined) return hits[0].key;
  }
  return null;
}

/** What was found, in one sentence for who cannot see it; empty while something is being read. */
export function summaryOf(groups: readonly Group[], typed: string): string {
  if (groups.some(({ isReading }) => isReading)) return '';
  const found = groups.filter(({ total }) => total > 0);
  const failed = groups.filter(({ problem }) => problem !== null);
  return [
    found.length === 0
      ? words.nothing(typed)
      : words.found(found.map((group) => group.words.counted(group.total))),
    ...failed.map((group) => words.notSearched(group.words.heading)),
  ].join(' ');
}

/** The names of the groups that were searched, and of those that were not. */
export function searchedGroups(groups: readonly Group[]): string[] {
  return groups.flatMap((group) => (group.problem === null ? [group.words.heading] : []));
}

/** Names of subscriptions by lower-case id, as far as they were read. */
export type SubscriptionNames = Readonly<Record<string, string>>;

/** A vault, with where it is. */
export function vaultHit(vault: Vault, subscriptions: SubscriptionNames): Hit {
  return {
    key: `vault ${vault.id}`,
    title: vault.name,
    remark: words.line([
      vault.resourceGroup,
      nameIn(subscriptions, vault.subscriptionId),
      regionText(vault.region),
      vault.redundancy,
    ]),
    link: linkOptions({ to: '/vaults/$vaultId', params: { vaultId: vaultAddress(vault.id) } }),
  };
}

/** A job; its id only where it was searched for. */
export function jobHit(job: Job, subscriptions: SubscriptionNames, typed: readonly string[]): Hit {
  const { id, name, itemName, operation, vaultName, startedAt, status } = job;
  const isById = typed.some((word) => fold(name).includes(word));
  return {
    key: `job ${id}`,
    title: words.jobOf(operation, restoreNamed(itemName, sentOutline(id))),
    remark: words.line([
      startedAt === null ? null : words.started(dateTimeText(startedAt)),
      vaultName,
      nameIn(subscriptions, parseResourceId(id)?.subscriptionId ?? ''),
      isById ? words.job(name) : null,
    ]),
    state: { kind: 'job', status },
    link: linkOptions({ to: '/jobs/$jobId', params: { jobId: jobAddress(id) } }),
  };
}

/** The name of a subscription, or its id while that is not read. */
export function nameIn(subscriptions: SubscriptionNames, id: string): string {
  return subscriptions[id.toLowerCase()] ?? id;
}

/** The way to the list of all vaults with a word in their name. */
export const allVaults = (word: string): Hit => ({
  key: 'all vaults',
  title: words.vaults.all(word),
  remark: '',
  link: linkOptions({ to: '/vaults', search: { search: word } }),
});

/** The way to the list of all jobs with a word in what they name. */
export const allJobs = (word: string): Hit => ({
  key: 'all jobs',
  title: words.jobs.all(word),
  remark: '',
  link: linkOptions({ to: '/jobs', search: { search: word, range: '7d' } }),
});

/** The way to the list of all jobs of a datasource with a word in what they name. */
export const allJobsOf = (title: string, word: string, datasource: string | undefined): Hit => ({
  key: `all jobs of ${datasource ?? ''}`,
  title,
  remark: '',
  link: linkOptions({ to: '/jobs', search: { search: word, datasource, range: '7d' } }),
});

/** Drafts shown among other results. */
const MOST = 5;

/** The choices that name what a restore creates. */
const NAMES = ['vmName', 'diskName'];

/** The drafts that have all words that were typed; nothing typed: all of them. */
export function draftGroup(typed: string, drafts: readonly Draft[]): Group {
  const wanted = wordsOf(typed);
  const found = drafts.filter((draft) => wanted.every((word) => textOf(draft).includes(word)));
  const total = found.length;
  return localGroup('drafts', found.slice(0, MOST).map(draftHit), { total, more: null });
}

/** What a draft can be found by: its name, the names in it, and the word for its kind. */
function textOf(draft: Draft): string {
  const names = NAMES.map((field) => draft.choices[field]).filter((one) => one !== null);
  return fold([words.drafts.heading, draftName(draft), ...names].join('\n'));
}

/** A draft, which opens at its review: that shows what is left to do. */
function draftHit(draft: Draft): Hit {
  return {
    key: `draft ${draft.id}`,
    title: draftName(draft),
    remark: draftStatus(draft),
    link: linkOptions({
      to: '/restore/$draftId/$step',
      params: { draftId: draft.id, step: 'review' },
      preload: false,
    }),
  };
}

/** The constraints that have what was typed, and the way to all of them. */
export function ruleGroup(typed: string): Group {
  const found = findRules(typed);
  const hits = found.slice(0, MOST).map(ruleHit);
  const all: Hit = {
    key: 'all rules',
    title: words.allRules(found.length),
    remark: '',
    link: linkOptions({ to: '/rules', search: { q: typed.trim() } }),
  };
  const total = found.length;
  return localGroup('rules', hits, { total, more: total > MOST ? all : null });
}

function ruleHit({ rule, say }: RuleEntry): Hit {
  const [source] = rule.source;
  return {
    key: `rule ${rule.id}`,
    title: say,
    remark: words.line([rule.id, constraints.kinds[rule.kind], sourceLine(source)]),
    link: linkOptions({ to: '/rules', search: { rule: rule.id } }),
  };
}

/** A page that a search leads to. */
interface FoundPage extends Pick<Hit, 'link' | 'title'> {
  /** Its words besides the title; left out: it is found by that alone. */
  readonly place?: FoundPlace;
}

const FILES: FoundPage = {
  place: 'files',
  title: recoverFiles.start,
  link: linkOptions({ to: '/restore/new', search: { task: 'recoverFiles' }, preload: false }),
};

const PLACES: readonly FoundPage[] = [
  { place: 'overview', title: common.overview, link: { to: '/' } },
  { place: 'instances', title: common.backupInstances, link: { to: '/instances' } },
  { place: 'jobs', title: common.backupJobs, link: { to: '/jobs' } },
  { place: 'drafts', title: common.drafts, link: { to: '/drafts' } },
  { place: 'vaults', title: common.vaults, link: { to: '/vaults' } },
  { place: 'rules', title: common.constraints, link: { to: '/rules' } },
  { place: 'happened', title: words.happened, link: { to: '/what-happened' } },
  // To look at it first would already make a draft.
  { place: 'restore', title: words.restore, link: { to: '/restore/new', preload: false } },
  FILES,
  { place: 'leftovers', title: common.leftovers, link: { to: '/leftovers' } },
  { place: 'settings', title: settings.title, link: { to: '/settings' } },
  {
    place: 'shortcuts',
    title: shortcuts.title,
    link: { to: '/settings', hash: 'keyboard' },
  },
];

/** A route of the application, as far as the search needs it. */
interface PageRoute {
  readonly fullPath: NonNullable<LinkProps['to']>;
  readonly options: { readonly staticData?: { readonly title?: string } };
}

/** The pages of the application without a place of their own in the search: a page is found by its title as soon as it has a route. */
export const otherPages = (routes: readonly PageRoute[]): FoundPage[] =>
  routes.flatMap(({ fullPath, options: { staticData } }) => {
    const isPlace = PLACES.some(({ link }) => link.to === fullPath);
    // A page of one thing has no address without it.
    const isOne = fullPath.includes('$');
    return isPlace || isOne || staticData?.title === undefined
      ? []
      : [{ title: staticData.title, link: { to: fullPath } }];
  });

/**
 * The pages of which a word starts with the typed text: by their own name or one of Azure's, exact ones
 * first. Where nothing is called so, the words of a person in trouble find the pages that help.
 */
export function findPlaces(typed: string, others: readonly FoundPage[]): Hit[] {
  const pages = [...PLACES, ...others];
  const named = pages
    .flatMap((one) => foundByName(one, typed))
    .toSorted((a, b) => Number(b.isExact) - Number(a.isExact))
    .map(({ hit }) => hit);
  return named.length > 0 ? named : pages.flatMap((one) => foundByTrouble(one, typed));
}

function foundByName(page: FoundPage, typed: string) {
  const { place, title, link } = page;
  const key = keyOf(page);
  if (beginsWord(title, typed)) {
    return [{ isExact: isSame(title, typed), hit: { key, title, remark: '', link } }];
  }
  if (place === undefined) return [];
  const theirs = AZURE_WORDS.flatMap((word) =>
    word.place === place ? [word.theirs, `${word.theirs}s`] : [],
  ).filter((word) => beginsWord(word, typed));
  const word = theirs.find((one) => isSame(one, typed)) ?? theirs[0];
  if (word === undefined) return [];
  const remark = words.azureSays(word);
  return [{ isExact: isSame(word, typed), hit: { key, title, remark, link } }];
}

function foundByTrouble(page: FoundPage, typed: string): Hit[] {
  const { place, title, link } = page;
  const meant = place && TYPED_WORDS[place].find((one) => beginsWord(one, typed));
  if (meant === undefined) return [];
  return [{ key: keyOf(page), title, remark: words.meant(meant), link }];
}

const keyOf = ({ place, link }: FoundPage): string => `page ${place ?? link.to ?? ''}`;

function isSame(word: string, typed: string): boolean {
  return fold(word) === fold(typed).trim();
}

/** All pages, for who has typed nothing yet. */
export function allPlaces(others: readonly FoundPage[]): Hit[] {
  return [...PLACES, ...others].map((page) => ({
    key: keyOf(page),
    title: page.title,
    remark: '',
    link: page.link,
  }));
}

/** Fewer letters find too much to be worth a question. */
const FEWEST_LETTERS = 2;

/** Verbs and kinds of things, which may stand before a name: "undo app01", "vault rsv-prod". */
const KINDS = [
  ...AZURE_WORDS.map(({ theirs }) => fold(theirs)),
  ...TYPED_VERBS,
  'restore',
  'backup instance',
  'instance',
  'virtual machine',
  'machine',
  'vm',
  'vault',
  'backup job',
  'job',
  'resource group',
  'draft',
].toSorted((a, b) => b.length - a.length);

/** Whether enough was typed to search at all. */
export function isEnough(typed: string): boolean {
  return typed.trim().length >= FEWEST_LETTERS;
}

/**
 * The words to search Azure for. No name in Azure holds a blank, so a word for the kind of thing before a
 * name is no part of it. Empty: there is nothing to search.
 */
export function azureWordsOf(typed: string): string[] {
  const name = withoutKind(fold(typed).trim());
  return isEnough(name) ? wordsOf(name) : [];
}

function withoutKind(text: string): string {
  for (const kind of KINDS) {
    for (const lead of [`${kind} `, `${kind}s `]) {
      if (text.startsWith(lead)) return withoutBack(text.slice(lead.length).trim());
    }
  }
  return text;
}

/** “get app01 back” */
const withoutBack = (name: string): string => name.replace(/\s+back$/, '');

/** How the things of a group become results. */
interface GroupSpec<Found> {
  readonly name: string;
  readonly words: GroupWords;
  readonly nameOf: (found: Found) => string;
  readonly hitOf: (found: Found) => Hit;
  /** The way to all with a word in their name. */
  readonly allOf: (word: string) => Hit;
}

/** The group that a service was searched for. */
export function searchedGroup<Found>(
  query: UseQueryResult<SearchAnswer<Found>>,
  spec: GroupSpec<Found>,
): Group {
  const { data, error, isPlaceholderData, isPending } = query;
  return {
    name: spec.name,
    words: spec.words,
    hits: data?.hits.map(spec.hitOf) ?? [],
    total: data?.total ?? 0,
    more: data === undefined ? null : moreOf(data, spec),
    olderTyped: isPlaceholderData ? (data?.words.join(' ') ?? '') : null,
    isReading: isPending || isPlaceholderData,
    problem: error !== null && data === undefined ? problemOf(error) : null,
    onRetry: () => failedRead(query).onRetry(),
  };
}

/**
 * The way to the list of all. A list looks for one text in names, so it is offered when all hits
 * shown have that in their names, and there may be more of them.
 */
function moreOf<Found>(
  { hits, total, words: typed }: SearchAnswer<Found>,
  { nameOf, allOf }: GroupSpec<Found>,
): Hit | null {
  const [word, ...others] = typed;
  if (total <= hits.length || word === undefined || others.length > 0) return null;
  return hits.every((hit) => fold(nameOf(hit)).includes(word)) ? allOf(word) : null;
}
