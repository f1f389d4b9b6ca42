import { makeStyles, tokens } from '@fluentui/react-components';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { constraints as words } from '#src/strings/constraints.ts';
import { NameLink } from '#src/ui/links.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '@media print': { display: 'none' },
  },
});

export interface GroupLinksProps {
  readonly groups: readonly {
    readonly group: RuleEntry['rule']['group'];
    readonly count: number;
  }[];
}

/** The way to each group of the list below. */
export function GroupLinks({ groups }: GroupLinksProps) {
  const styles = useStyles();
  return (
    <nav aria-label={words.jump}>
      <ul className={styles.list}>
        {groups.map(({ group, count }) => (
          <li key={group}>
            <NameLink to="/rules" search={(all) => all} hash={`group-${group}`} replace>
              {words.groupHead(group, count)}
            </NameLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
