import { makeStyles, tokens } from '@fluentui/react-components';
import { type RuleEntry, shownGroup } from '#src/pages/rules/entries.ts';
import { GroupLinks } from '#src/pages/rules/GroupLinks.tsx';
import { RuleItem } from '#src/pages/rules/RuleItem.tsx';
import { constraints as words } from '#src/strings/constraints.ts';
import { SectionHeading } from '#src/ui/page.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  body: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  group: { marginTop: tokens.spacingVerticalXL },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface RuleGroupsProps {
  readonly entries: readonly RuleEntry[];
  readonly typed: string;
}

/** The constraints by their groups; those that are Azure's own and in no document stand apart. */
export function RuleGroups({ entries, typed }: RuleGroupsProps) {
  const styles = useStyles();
  const groups = groupsOf(entries);
  const documents = groups.filter(([group]) => group !== 'platform');
  const platform = groups.filter(([group]) => group === 'platform');
  return (
    <div className={styles.root}>
      <GroupLinks groups={groups.map(([group, rules]) => ({ group, count: rules.length }))} />
      {documents.length > 0 && (
        <section>
          <SectionHeading level={2}>{words.documents}</SectionHeading>
          {documents.map(([group, rules]) => (
            <RuleGroup key={group} group={group} rules={rules} typed={typed} />
          ))}
        </section>
      )}
      {platform.length > 0 && (
        <section>
          <SectionHeading level={2}>{words.platform}</SectionHeading>
          <p className={styles.body}>{words.platformBody}</p>
          {platform.map(([group, rules]) => (
            <RuleGroup key={group} group={group} rules={rules} typed={typed} />
          ))}
        </section>
      )}
    </div>
  );
}

type GroupName = RuleEntry['rule']['group'];

function groupsOf(entries: readonly RuleEntry[]): [GroupName, RuleEntry[]][] {
  return [...Map.groupBy(entries, ({ rule }) => shownGroup(rule))];
}

interface RuleGroupProps {
  readonly group: GroupName;
  readonly rules: readonly RuleEntry[];
  readonly typed: string;
}

function RuleGroup({ group, rules, typed }: RuleGroupProps) {
  const styles = useStyles();
  return (
    <div className={styles.group}>
      {/* The links above lead here. */}
      <div id={`group-${group}`} tabIndex={-1}>
        <SectionHeading level={3}>{words.groupHead(group, rules.length)}</SectionHeading>
      </div>
      <ul className={styles.list}>
        {rules.map((entry) => (
          <li key={entry.rule.id}>
            <RuleItem entry={entry} typed={typed} />
          </li>
        ))}
      </ul>
    </div>
  );
}
