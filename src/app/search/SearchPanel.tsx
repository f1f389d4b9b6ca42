import { makeStyles, tokens } from '@fluentui/react-components';
import { type Ref, useCallback, useImperativeHandle, useRef, useState } from 'react';
import { firstHit, type Group, linesOf, summaryOf } from '#src/app/search/group.ts';
import { HitGroup } from '#src/app/search/HitGroup.tsx';
import { InstanceGroups } from '#src/app/search/InstanceGroups.tsx';
import { cellsOf, moved, type TakeKey } from '#src/app/search/keys.ts';
import { SearchNotes } from '#src/app/search/SearchNotes.tsx';
import type { OwnSearch } from '#src/app/search/searches.ts';
import { azureWordsOf, isEnough } from '#src/app/search/typed.ts';
import { useSearch } from '#src/app/search/use-search.ts';
import { inOurWords } from '#src/strings/azure-words.ts';
import { UNSEEN } from '#src/ui/styles.ts';

const MIDDLE = '@media (max-width: 1023px)';
const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
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
  const groupsWith = useSearch(props.typed);
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
  const lines = groups.flatMap(linesOf);
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
