import { makeStyles, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import { type Group, optionsOf } from '#src/app/search/group.ts';
import { HitOption } from '#src/app/search/HitOption.tsx';
import { searchResults as text } from '#src/strings/search-results.ts';

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
});

export interface HitGroupProps {
  readonly group: Group;
  readonly listId: string;
  /** The words to mark. */
  readonly search: string;
  readonly active: string | null;
  readonly activeRef: Ref<HTMLAnchorElement>;
  readonly onPoint: (key: string) => void;
  readonly onFollow: () => void;
}

/** The results of one kind under their name. */
export function HitGroup(props: HitGroupProps) {
  const { group, listId, active, activeRef } = props;
  const styles = useStyles();
  const headId = `${listId}-${group.name}`;
  return (
    <div role="group" aria-labelledby={headId} className={styles.root}>
      <div role="presentation" className={styles.head}>
        <span id={headId} className={styles.name}>
          {group.words.heading}
        </span>
        <HeadRemark group={group} />
      </div>
      {optionsOf(group).map((hit, index) => (
        <HitOption
          key={hit.key}
          id={`${headId}-${String(index)}`}
          hit={hit}
          search={props.search}
          activeRef={hit.key === active ? activeRef : undefined}
          onPoint={() => props.onPoint(hit.key)}
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
