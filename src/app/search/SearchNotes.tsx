import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type Group, searchedGroups } from '#src/app/search/group.ts';
import { isEnough } from '#src/app/search/typed.ts';
import { unreadVaultsQuery } from '#src/api/recovery-services/vaults.ts';
import { instances } from '#src/strings/instances.ts';
import { searchResults as words } from '#src/strings/search.ts';
import { ProblemState } from '#src/ui/states.tsx';
import { UnreadVaults } from '#src/ui/UnreadVaults.tsx';

const useStyles = makeStyles({
  root: {
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
});

export interface SearchNotesProps {
  readonly groups: readonly Group[];
  readonly typed: string;
}

/** Under the results: what is being read, what could not be searched, and that nothing was found. */
export function SearchNotes({ groups, typed }: SearchNotesProps) {
  const styles = useStyles();
  const reading = groups.flatMap((group) => (group.isReading ? [group.words.what] : []));
  const isNothing = reading.length === 0 && groups.every(({ hits }) => hits.length === 0);
  return (
    <div className={styles.root}>
      {!isEnough(typed) && <span>{words.hint}</span>}
      {groups.some(({ hits }) => hits.some(({ restore }) => restore !== undefined)) && (
        <span>{words.restoreHint}</span>
      )}
      {reading.length > 0 && <span>{words.reading(reading)}</span>}
      {isNothing && (
        <>
          <span>
            {words.nothing(typed)} {words.searched(searchedGroups(groups))}
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
