import { makeStyles, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import { type Group, linesOf } from '#src/app/search/group.ts';
import { HitRow } from '#src/app/search/HitRow.tsx';
import { searchResults as text } from '#src/strings/search.ts';

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
  readonly activeRef: Ref<HTMLDivElement>;
  readonly onPoint: (key: string) => void;
  readonly onFollow: () => void;
}

/** The results of one kind under their name. */
export function HitGroup(props: HitGroupProps) {
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
      {linesOf(group).map((hit, index) => (
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
