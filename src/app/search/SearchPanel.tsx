import { makeStyles } from '@fluentui/react-components';
import { type Ref, useCallback, useImperativeHandle, useRef, useState } from 'react';
import { firstHit, hitsOf, summaryOf } from '#src/app/search/group.ts';
import { HitGroup } from '#src/app/search/HitGroup.tsx';
import { moved, type TakeKey } from '#src/app/search/keys.ts';
import { SearchNotes } from '#src/app/search/SearchNotes.tsx';
import { isEnough } from '#src/app/search/typed.ts';
import { useSearch } from '#src/app/search/use-search.ts';
import { inOurWords } from '#src/strings/azure-words.ts';
import { searchField } from '#src/strings/search.ts';

const useStyles = makeStyles({
  list: { flex: '0 1 auto', minHeight: 0, overflowY: 'auto' },
  // What is said to a screen reader alone.
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export interface SearchPanelProps {
  readonly typed: string;
  readonly listId: string;
  /** The field, which keeps the focus. */
  readonly field: HTMLElement | null;
  /** Where the field hands the keys that are meant for the list. */
  readonly keys: Ref<TakeKey>;
  readonly onFollow: () => void;
}

/** What was found, under the field: the field names the active result, and this list shows it. */
export function SearchPanel({ typed, listId, field, keys, onFollow }: SearchPanelProps) {
  const styles = useStyles();
  const groups = useSearch(typed);
  const [chosen, setChosen] = useState({ key: '', typed });
  const activeElement = useRef<HTMLAnchorElement>(null);
  const all = hitsOf(groups).map(({ key }) => key);
  // A choice is one among the results of what was typed then.
  const isChosen = chosen.typed === typed && all.includes(chosen.key);
  const active = isChosen ? chosen.key : firstHit(groups);
  const choose = (key: string) => setChosen({ key, typed });

  useImperativeHandle(keys, () => (pressed) => {
    const next = moved(all, active, pressed);
    if (next !== undefined) choose(next);
    else if (pressed === 'Enter') activeElement.current?.click();
    return next !== undefined || pressed === 'Enter';
  });

  // The field stands outside of this list, so it is told which result is active by its attribute.
  const showActive = useCallback(
    (element: HTMLAnchorElement) => {
      activeElement.current = element;
      element.scrollIntoView({ block: 'nearest' });
      field?.setAttribute('aria-activedescendant', element.id);
      return () => {
        activeElement.current = null;
        field?.removeAttribute('aria-activedescendant');
      };
    },
    [field],
  );

  return (
    <>
      <div id={listId} role="listbox" aria-label={searchField.results} className={styles.list}>
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
    </>
  );
}
