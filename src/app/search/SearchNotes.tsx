import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type Group, searchedGroups } from '#src/app/search/group.ts';
import { isEnough } from '#src/app/search/typed.ts';
import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { searchResults as words } from '#src/strings/search-results.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    ':empty': { display: 'none' },
  },
  problem: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground1,
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
        <span>
          {words.nothing(typed)} {words.searched(searchedGroups(groups))}
        </span>
      )}
      {groups.map((group) =>
        group.problem === null ? null : (
          <ProblemNote key={group.name} group={group} problem={group.problem} />
        ),
      )}
    </div>
  );
}

/** Why one group could not be searched. */
function ProblemNote({ group, problem }: { readonly group: Group; readonly problem: Problem }) {
  const styles = useStyles();
  const name = words.groups[group.name];
  const { advice } = common.problem[problem.kind];
  return (
    <div className={styles.problem}>
      <Status tone={problem.kind === 'forbidden' ? 'unknown' : 'failed'}>
        {words.notSearched(name)}
      </Status>
      <span>{problem.message}</span>
      {problem.missingAction !== null && <span>{common.missingAction(problem.missingAction)}</span>}
      <span>{advice}</span>
      {problem.requestId !== null && <CopyText label={common.requestId} text={problem.requestId} />}
      <Button size="small" aria-label={words.retry(name)} onClick={group.onRetry}>
        {common.retry}
      </Button>
    </div>
  );
}
