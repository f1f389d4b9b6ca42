import { makeStyles } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { Hit } from '#src/app/search/hit.ts';
import { HitCell, type HitCellProps } from '#src/app/search/HitCell.tsx';
import { HitWords } from '#src/app/search/HitWords.tsx';
import { common } from '#src/strings/common.ts';

const useStyles = makeStyles({ root: { display: 'flex', alignItems: 'stretch' } });

export interface HitRowProps {
  readonly id: string;
  readonly hit: Hit;
  /** The words to mark. */
  readonly search: string;
  /** Key of the cell that Enter opens. */
  readonly active: string | null;
  /** Given to that cell. */
  readonly activeRef: Ref<HTMLDivElement>;
  readonly onPoint: (key: string) => void;
  readonly onFollow: () => void;
}

/** One result, and the way to a restore of it beside it. */
export function HitRow({ id, hit, search, active, activeRef, onPoint, onFollow }: HitRowProps) {
  const styles = useStyles();
  const cell = (key: string): Omit<HitCellProps, 'link' | 'id' | 'children'> => ({
    activeRef: key === active ? activeRef : undefined,
    onPoint: () => onPoint(key),
    onFollow,
  });
  const { restore } = hit;
  return (
    <div role="row" className={styles.root}>
      <HitCell {...cell(hit.key)} link={hit.link} id={id} isWide>
        <HitWords hit={hit} search={search} />
      </HitCell>
      {restore !== undefined && (
        <HitCell
          {...cell(restore.key)}
          link={restore.link}
          id={`${id}-restore`}
          label={restore.label}
        >
          {common.restore}
        </HitCell>
      )}
    </div>
  );
}
