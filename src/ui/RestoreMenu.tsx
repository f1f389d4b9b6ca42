import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { useId } from 'react';
import type { BlockedOption, RestoreOption } from '#src/model/restore-option.ts';
import { common } from '#src/strings/common.ts';
import { restoreOptions } from '#src/strings/choices.ts';
import { Popover } from '#src/ui/Popover.tsx';
import { type GridColumn, useRowTabIndex } from '#src/ui/grid/columns.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { TwoLines } from '#src/ui/text.tsx';

const useStyles = makeStyles({
  root: { display: 'inline-flex', gap: tokens.spacingHorizontalXS },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  option: {
    justifyContent: 'space-between',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
});

/** What a restore starts with: an instance, perhaps a restore point, and the region. */
interface RestoreSearch {
  readonly instance: string;
  readonly point?: string;
  readonly view?: 'secondary' | undefined;
}

export interface RestoreMenuProps {
  /** The name of the button that opens it, and its own. */
  readonly label: string;
  readonly search: RestoreSearch;
  /** The ways to use the backup, as its datasource has them; left out: the wizard asks. */
  readonly options?: readonly RestoreOption[] | undefined;
  readonly blocked?: BlockedOption | undefined;
  /** Why nothing can be restored now; left out: something can. */
  readonly held?: string | undefined;
  readonly tabIndex?: 0 | -1;
  readonly size?: 'small';
}

/** The arrow beside Restore: each way to restore leads to the wizard with that chosen. */
export function RestoreMenu({ label, search, options, blocked, ...button }: RestoreMenuProps) {
  const styles = useStyles();
  const id = useId();
  const here = options?.filter(({ isPrimaryOnly }) => !isPrimaryOnly || search.view === undefined);
  if (here === undefined) return null;
  return (
    <>
      <Button
        {...button}
        appearance="subtle"
        icon={<ChevronDown16Regular />}
        popoverTarget={id}
        aria-label={label}
        title={label}
      />
      <Popover id={id} label={label}>
        {() => (
          <div className={styles.list}>
            {here.map((option) => {
              const reason = blocked?.(option);
              const looks = { appearance: 'subtle', className: styles.option } as const;
              const text = <TwoLines first={option.text} second={reason ?? option.label} />;
              return reason === undefined ? (
                <RouterButton
                  key={option.text}
                  {...looks}
                  to="/restore/new"
                  search={{ ...search, ...option.search }}
                  preload={false}
                >
                  <span>{text}</span>
                </RouterButton>
              ) : (
                <Button key={option.text} {...looks} disabledFocusable>
                  <span>{text}</span>
                </Button>
              );
            })}
          </div>
        )}
      </Popover>
    </>
  );
}

/** Restore in a row, which `label` names. One that can't be restored now says why, and takes the focus. */
export function RestoreButton({
  label,
  search,
  held,
  ...stop
}: Pick<RestoreMenuProps, 'label' | 'search' | 'held' | 'tabIndex'>) {
  return held === undefined ? (
    <RouterButton
      size="small"
      {...stop}
      to="/restore/new"
      search={search}
      preload={false}
      aria-label={label}
    >
      {common.restore}
    </RouterButton>
  ) : (
    <Button
      size="small"
      {...stop}
      disabledFocusable
      title={held}
      aria-label={restoreOptions.heldBack(label, held)}
    >
      {common.restore}
    </Button>
  );
}

/** Restore in a row of a list, with the ways to restore beside it; `label` names the row. */
export function RowRestore({ label, held, ...menu }: Omit<RestoreMenuProps, 'size' | 'tabIndex'>) {
  const styles = useStyles();
  const tabIndex = useRowTabIndex();
  const restore = (
    <RestoreButton label={label} search={menu.search} held={held} tabIndex={tabIndex} />
  );
  if (held !== undefined) return restore;
  return (
    <span className={styles.root}>
      {restore}
      <RestoreMenu {...menu} size="small" tabIndex={tabIndex} label={restoreOptions.menu(label)} />
    </span>
  );
}

/** The last column of a list of backup instances: the way to the wizard. */
export const restoreColumn = <Row,>(cell: GridColumn<Row>['cell']): GridColumn<Row> => ({
  head: common.restore,
  width: { least: 92 },
  place: 'line',
  cell,
});

interface RestoreCellProps extends Pick<
  RestoreMenuProps,
  'search' | 'options' | 'blocked' | 'held'
> {
  readonly name: string;
}

/** Restore in the row of a backup instance. */
export const RestoreCell = ({ name, ...restore }: RestoreCellProps) => (
  <RowRestore {...restore} label={restoreOptions.of(name)} />
);
