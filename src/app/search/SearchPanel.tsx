import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { instanceSearchQuery, ownJobSearchQuery } from '#src/api/queries/search.ts';
import { unreadVaultsQuery } from '#src/api/recovery-services/vaults.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import { HitRow } from '#src/app/search/HitRow.tsx';
import {
  allJobsOf,
  azureWordsOf,
  firstHit,
  type Group,
  type Hit,
  isEnough,
  jobHit,
  hitsOf,
  searchedGroup,
  searchedGroups,
  summaryOf,
} from '#src/app/search/hits.ts';
import { allInstances, instanceHit } from '#src/app/search/instance-hits.ts';
import type { OwnSearch } from '#src/app/search/searches.ts';
import { useSearchGroups, useSources } from '#src/app/search/use-search.ts';
import type { JobSearch } from '#src/datasources/datasource.ts';
import { inOurWords } from '#src/strings/azure-words.ts';
import { instances } from '#src/strings/instances.ts';
import { searchResults as text } from '#src/strings/search.ts';
import { UnreadVaults } from '#src/ui/UnreadVaults.tsx';
import { ProblemState } from '#src/ui/states.tsx';
import { UNSEEN } from '#src/ui/styles.ts';

interface HitGroupProps {
  readonly group: Group;
  readonly listId: string;
  /** The words to mark. */
  readonly search: string;
  readonly active: string | null;
  readonly activeRef: Ref<HTMLDivElement>;
  readonly onPoint: (key: string) => void;
  readonly onFollow: () => void;
}

/** The results of one kind under their name. */
function HitGroup(props: HitGroupProps) {
  const { group, listId, active, activeRef } = props;
  const styles = useStyles();
  const headId = `${listId}-${group.name}`;
  return (
    <div role="rowgroup" aria-labelledby={headId} className={styles.root}>
      <div role="presentation" className={styles.head}>
        <span id={headId} className={styles.name}>
          {group.words.heading}
        </span>
        <HeadRemark group={group} />
      </div>
      {hitsOf(group).map((hit, index) => (
        <HitRow
          key={hit.key}
          id={`${headId}-${String(index)}`}
          hit={hit}
          search={props.search}
          active={active}
          activeRef={activeRef}
          onPoint={props.onPoint}
          onFollow={props.onFollow}
        />
      ))}
    </div>
  );
}

/** How many are shown of all, or that they are those of an earlier search. */
function HeadRemark({ group: { hits, total, olderTyped } }: { readonly group: Group }) {
  if (olderTyped !== null) return <span>{text.older(olderTyped)}</span>;
  return total > hits.length ? <span>{text.firstOf(hits.length, total)}</span> : null;
}

interface InstanceGroupsProps {
  readonly searches: readonly OwnSearch[];
  /** The words to search the services for; empty: no search. */
  readonly words: readonly string[];
  /** Given the groups of each. */
  readonly children: (groups: readonly Group[]) => ReactNode;
}

/**
 * Searches the backup instances of every datasource, and jobs that Azure doesn't list: each is a component, since each has its own reads. The
 * first is the innermost, so that it asks its service first.
 */
function InstanceGroups({ searches, words, children }: InstanceGroupsProps) {
  const last = searches.at(-1);
  if (last === undefined) return children([]);
  return (
    <InstanceGroup own={last} words={words}>
      {(own) => (
        <InstanceGroups searches={searches.slice(0, -1)} words={words}>
          {(groups) => children([...groups, ...own])}
        </InstanceGroups>
      )}
    </InstanceGroup>
  );
}

interface InstanceGroupProps {
  readonly own: OwnSearch;
  readonly words: readonly string[];
  readonly children: (groups: readonly Group[]) => ReactNode;
}

function InstanceGroup({ own, words, children }: InstanceGroupProps) {
  const { id, search } = own;
  const isReady = search.isReady?.() ?? true;
  const enabled = isReady && words.length > 0;
  const found = useQuery({ ...instanceSearchQuery(id, search.find, words), enabled });
  const { data: names = {} } = useQuery({ ...subscriptionNamesQuery(), enabled });
  const sourceOf = useSources(own, found.data?.hits ?? []);
  const group = searchedGroup(found, {
    name: id,
    words: search.words,
    nameOf: ({ name }) => name,
    hitOf: (one) => instanceHit(one, names, sourceOf(one)),
    allOf: (word) => allInstances(own, word),
  });
  const groups = isReady ? [group] : [];
  if (search.jobs === undefined) return children(groups);
  return (
    <JobGroup own={own} jobs={search.jobs} words={words}>
      {(jobs) => children([...groups, jobs])}
    </JobGroup>
  );
}

interface JobGroupProps {
  readonly own: OwnSearch;
  readonly jobs: JobSearch;
  readonly words: readonly string[];
  readonly children: (group: Group) => ReactNode;
}

function JobGroup({ own: { id, word }, jobs, words, children }: JobGroupProps) {
  const enabled = words.length > 0;
  const found = useQuery({ ...ownJobSearchQuery(id, jobs.find, words), enabled });
  return children(
    searchedGroup(found, {
      name: `${id}-jobs`,
      words: jobs.words,
      nameOf: ({ itemName }) => itemName,
      hitOf: (job) => jobHit(job, {}, words),
      allOf: (typed) => allJobsOf(jobs.words.all(typed), typed, word),
    }),
  );
}

/** What the search field does with a key; true when the list took it. `isAtEnd`: nothing to the right could be typed over. */
export type TakeKey = (key: string, isAtEnd: boolean) => boolean;

/** A line of the list: a result, perhaps with the way to a restore of it in a cell of its own. */
export type SearchLine = Pick<Hit, 'key' | 'restore'>;

/** The cells of a line, by their keys. */
export const cellsOf = ({ key, restore }: SearchLine): readonly string[] =>
  restore === undefined ? [key] : [key, restore.key];

/**
 * The cell that a key goes to: up and down from result to result, first and last joined; to the right at the end of
 * what is typed, and back. Undefined when it goes nowhere.
 */
export function moved(
  lines: readonly SearchLine[],
  active: string | null,
  pressed: string,
  isAtEnd: boolean,
): string | undefined {
  const at = active === null ? -1 : lines.findIndex((line) => cellsOf(line).includes(active));
  const line = lines[at];
  const isOnRestore = line !== undefined && active !== line.key;
  switch (pressed) {
    case 'ArrowDown':
      return (lines[at + 1] ?? lines[0])?.key;
    case 'ArrowUp':
      return lines.at(at <= 0 ? -1 : at - 1)?.key;
    case 'Home':
      return lines[0]?.key;
    case 'End':
      return lines.at(-1)?.key;
    case 'ArrowRight':
      return isAtEnd && !isOnRestore ? line?.restore?.key : undefined;
    case 'ArrowLeft':
      return isOnRestore ? line.key : undefined;
    default:
      return undefined;
  }
}

interface SearchNotesProps {
  readonly groups: readonly Group[];
  readonly typed: string;
}

/** Under the results: what is being read, what could not be searched, and that nothing was found. */
function SearchNotes({ groups, typed }: SearchNotesProps) {
  const styles = useStyles();
  const reading = groups.flatMap((group) => (group.isReading ? [group.words.what] : []));
  const isNothing = reading.length === 0 && groups.every(({ hits }) => hits.length === 0);
  return (
    <div className={styles.searchNotesRoot}>
      {!isEnough(typed) && <span>{text.hint}</span>}
      {groups.some(({ hits }) => hits.some(({ restore }) => restore !== undefined)) && (
        <span>{text.restoreHint}</span>
      )}
      {reading.length > 0 && <span>{text.reading(reading)}</span>}
      {isNothing && (
        <>
          <span>
            {text.nothing(typed)} {text.searched(searchedGroups(groups))}
          </span>
          <Unread />
        </>
      )}
      {groups.map(({ name, words: { what }, problem, onRetry }) =>
        problem === null ? null : (
          <ProblemState key={name} problem={problem} what={what} onRetry={onRetry} />
        ),
      )}
    </div>
  );
}

/** Read only when nothing was found: a vault that can't be viewed might have it. */
function Unread() {
  return <UnreadVaults read={useQuery(unreadVaultsQuery())} words={instances.unread} />;
}

const MIDDLE = '@media (max-width: 1023px)';
const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  root: {
    paddingBlock: tokens.spacingVerticalXS,
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  searchNotesRoot: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    // Long troubles scroll by themselves, so that results stay in sight.
    maxHeight: '50%',
    overflowY: 'auto',
    boxSizing: 'border-box',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    ':empty': { display: 'none' },
  },
  popup: {
    position: 'absolute',
    zIndex: 4,
    insetBlockStart: '100%',
    // Wider than the field and under the middle of it.
    insetInlineStart: '50%',
    width: '640px',
    transform: 'translateX(-50%)',
    display: 'flex',
    flexDirection: 'column',
    maxHeight: 'min(640px, calc(100dvh - 64px))',
    marginBlockStart: tokens.spacingVerticalXS,
    overflow: 'hidden',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    [MIDDLE]: {
      insetBlockStart: '48px',
      insetInline: tokens.spacingHorizontalL,
      width: 'auto',
      transform: 'none',
    },
    [NARROW]: {
      position: 'static',
      flex: '1 1 auto',
      minHeight: 0,
      maxHeight: 'none',
      marginBlockStart: 0,
      border: 'none',
      borderRadius: 0,
      boxShadow: 'none',
    },
  },
  list: { flex: '0 1 auto', minHeight: 0, overflowY: 'auto' },
  // Text for screen readers alone.
  unseen: UNSEEN,
});

export interface SearchPanelProps {
  readonly typed: string;
  readonly listId: string;
  /** What the list is called. */
  readonly label: string;
  /** The field, which keeps the focus. */
  readonly field: HTMLElement | null;
  /** Where the field hands the keys that are meant for the list. */
  readonly keys: Ref<TakeKey>;
  readonly onFollow: () => void;
}

/** What was found, under the field. */
export function SearchPanel({ searches, ...props }: SearchPanelProps & Searches) {
  const groupsWith = useSearchGroups(props.typed);
  return (
    <InstanceGroups searches={searches} words={azureWordsOf(props.typed)}>
      {(found) => <Results {...props} groups={groupsWith(found)} />}
    </InstanceGroups>
  );
}

interface Searches {
  readonly searches: readonly OwnSearch[];
}

interface ResultsProps extends SearchPanelProps {
  readonly groups: readonly Group[];
}

/** All results: the field names the active one, and this list shows it. */
function Results({ typed, listId, label, field, keys, onFollow, groups }: ResultsProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState({ key: '', typed });
  // What had been typed when Enter came before the results.
  const [awaited, setAwaited] = useState<string | null>(null);
  const isAwaited = awaited === typed;
  const activeCell = useRef<HTMLDivElement>(null);
  const lines = groups.flatMap(hitsOf);
  // A choice is one among the results of what was typed then.
  const isChosen = chosen.typed === typed && lines.flatMap(cellsOf).includes(chosen.key);
  const active = isChosen ? chosen.key : firstHit(groups);
  const choose = (key: string) => {
    setChosen({ key, typed });
    setAwaited(null);
  };

  useImperativeHandle(keys, () => (pressed, isAtEnd) => {
    const next = moved(lines, active, pressed, isAtEnd);
    if (next !== undefined) choose(next);
    else if (pressed !== 'Enter') return false;
    else if (active !== null) follow(activeCell.current);
    else if (groups.some(({ isReading }) => isReading)) setAwaited(typed);
    return true;
  });

  // The field is outside this list, so an attribute tells it which result is active.
  const showActive = useCallback(
    (element: HTMLDivElement) => {
      activeCell.current = element;
      element.scrollIntoView({ block: 'nearest' });
      field?.setAttribute('aria-activedescendant', element.id);
      if (isAwaited) follow(element);
      return () => {
        activeCell.current = null;
        field?.removeAttribute('aria-activedescendant');
      };
    },
    [field, isAwaited],
  );

  return (
    <div className={styles.popup}>
      <div id={listId} role="grid" aria-label={label} className={styles.list}>
        {groups
          .filter(({ hits }) => hits.length > 0)
          .map((group) => (
            <HitGroup
              key={group.name}
              group={group}
              listId={listId}
              search={`${typed} ${inOurWords(typed)}`}
              active={active}
              activeRef={showActive}
              onPoint={choose}
              onFollow={onFollow}
            />
          ))}
      </div>
      <SearchNotes groups={groups} typed={typed} />
      <div role="status" className={styles.unseen}>
        {isEnough(typed) ? summaryOf(groups, typed) : ''}
      </div>
    </div>
  );
}

/** Opens what a cell leads to. */
function follow(cell: HTMLElement | null): void {
  cell?.querySelector('a')?.click();
}
