import { makeStyles, tokens } from '@fluentui/react-components';
import { type Group, searchedGroups } from '#src/app/search/group.ts';
import { isEnough } from '#src/app/search/typed.ts';
import { UnreadVaults } from '#src/pages/instances/UnreadVaults.tsx';
import { searchResults as words } from '#src/strings/search-results.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

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
  const reading = groups.flatMap(({ name, isReading }) => (isReading ? [name] : []));
  const isNothing = reading.length === 0 && groups.every(({ hits }) => hits.length === 0);
  return (
    <div className={styles.root}>
      {!isEnough(typed) && <span>{words.hint}</span>}
      {reading.length > 0 && <span>{words.reading(reading.map((name) => words.what[name]))}</span>}
      {isNothing && (
        <>
          <span>
            {words.nothing(typed)} {words.searched(searchedGroups(groups))}
          </span>
          <UnreadVaults />
        </>
      )}
      {groups.map(({ name, problem, onRetry }) =>
        problem === null ? null : (
          <ProblemState key={name} problem={problem} what={words.what[name]} onRetry={onRetry} />
        ),
      )}
    </div>
  );
}
