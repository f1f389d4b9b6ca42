import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, memo, type MouseEvent, type ReactNode } from 'react';
import { textInSentence } from '#src/lib/visible-text.ts';
import { isOfRow } from '#src/ui/dom.ts';
import { Name } from '#src/ui/text.tsx';
import { TIGHT, TIGHT_ONLY } from '#src/ui/styles.ts';

/** A column: its head, and what a row shows in it. */
export interface Column<Row> {
  readonly head: string;
  cell(this: void, row: Row): ReactNode;
  /** Numbers and times stand at the right with figures of one width. */
  readonly isNumber?: boolean;
  /** Left out where the page has little room. */
  readonly isFirstToLeave?: boolean;
}

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  table: {
    display: 'table',
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
  },
  tableNarrow: { [NARROW]: { display: 'block' } },
  headGroup: { display: 'table-header-group' },
  headGroupNarrow: { [NARROW]: { display: 'none' } },
  bodyGroup: { display: 'table-row-group' },
  bodyGroupNarrow: { [NARROW]: { display: 'block' } },
  headRow: { display: 'table-row' },
  head: {
    display: 'table-cell',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [TIGHT_ONLY]: { paddingInline: tokens.spacingHorizontalS },
  },
  row: { display: 'table-row' },
  // Where there is a control a press anywhere in the row is one on it.
  pressed: {
    '&:has(input):hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    // The link's own color falls below 4.5 to 1 on a hovered row in the dark theme.
    '&:has(input):hover :is(a, .fui-Link)': { color: tokens.colorBrandForegroundLinkHover },
  },
  rowNarrow: {
    [NARROW]: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: tokens.spacingHorizontalM,
      padding: `${tokens.spacingVerticalS} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  cell: {
    display: 'table-cell',
    height: '36px',
    verticalAlign: 'middle',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    [TIGHT_ONLY]: { paddingInline: tokens.spacingHorizontalS },
    overflowWrap: 'anywhere',
  },
  cellNarrow: {
    [NARROW]: { display: 'block', height: 'auto', padding: 0, borderBottom: 'none' },
  },
  firstToLeave: { [TIGHT]: { display: 'none' } },
  belowRow: { display: 'table-row', [NARROW]: { display: 'block' } },
  belowCell: { display: 'table-cell', [NARROW]: { display: 'block' } },
  belowNoWidth: { width: 0, [NARROW]: { width: 'auto' } },
  below: { width: '100cqi', [NARROW]: { width: 'auto' } },
  number: {
    textAlign: 'end',
    whiteSpace: 'nowrap',
    // A number of one figure is too small to be hit.
    '& > a': { display: 'inline-block', minWidth: '24px', lineHeight: '24px', textAlign: 'end' },
  },
});

/** How a table says which of its rows is chosen; the choice itself is a control in a cell, and the whole row presses it. */
interface RowChoice<Row> {
  readonly nameOf: (row: Row) => string;
  readonly isChosen: (row: Row) => boolean;
}

interface DataTableProps<Row> {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Few and short columns: on a narrow screen it stays a table. */
  readonly isSlim?: boolean;
  /** Left out where rows cannot be chosen. */
  readonly choice?: RowChoice<Row>;
  /** What stands under one of the rows over the whole width; the table's parent measures that. */
  readonly below?: RowBelow | undefined;
}

interface RowBelow {
  /** The row above it, by its key. */
  readonly of: string;
  /** What the row that holds it is called. */
  readonly label: string;
  readonly content: ReactNode;
}

/**
 * A table. On a narrow screen a row becomes an item of a few lines, which would take the
 * roles of a native table away; hence they are written out.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, isSlim = false, choice, below } = props;
  const styles = useStyles();
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + (below === undefined ? 1 : 2)}
      className={mergeClasses(styles.table, !isSlim && styles.tableNarrow)}
    >
      <div
        role="rowgroup"
        className={mergeClasses(styles.headGroup, !isSlim && styles.headGroupNarrow)}
      >
        <div role="row" className={styles.headRow}>
          {columns.map(({ head, isNumber, isFirstToLeave }) => (
            <div
              key={head}
              role="columnheader"
              className={mergeClasses(
                styles.head,
                isNumber && styles.number,
                isFirstToLeave && styles.firstToLeave,
              )}
            >
              {head}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={mergeClasses(styles.bodyGroup, !isSlim && styles.bodyGroupNarrow)}
      >
        {rows.map((row) => (
          <Fragment key={rowKey(row)}>
            <TableRow
              columns={columns}
              row={row}
              isSlim={isSlim}
              name={choice?.nameOf(row)}
              isChosen={choice?.isChosen(row)}
            />
            {below?.of === rowKey(row) && <BelowRow {...below} />}
          </Fragment>
        ))}
      </div>
    </div>
  );
}

interface TableRowProps<Row> extends Pick<DataTableProps<Row>, 'columns'> {
  readonly row: Row;
  readonly isSlim: boolean;
  /** Both undefined where rows cannot be chosen. */
  readonly name: string | undefined;
  readonly isChosen: boolean | undefined;
}

function PlainTableRow<Row>({ columns, row, isSlim, name, isChosen }: TableRowProps<Row>) {
  const styles = useStyles();
  return (
    <div
      role="row"
      aria-label={name === undefined ? undefined : textInSentence(name)}
      aria-selected={isChosen}
      className={mergeClasses(
        styles.row,
        isChosen !== undefined && styles.pressed,
        !isSlim && styles.rowNarrow,
      )}
      // Keys are the control's own.
      {...(isChosen !== undefined && { onClick: pressControl })}
    >
      {columns.map(({ head, cell, isNumber, isFirstToLeave }) => (
        <div
          key={head}
          role="cell"
          className={mergeClasses(
            styles.cell,
            !isSlim && styles.cellNarrow,
            isNumber && styles.number,
            isFirstToLeave && styles.firstToLeave,
          )}
        >
          <Name>{cell(row)}</Name>
        </div>
      ))}
    </div>
  );
}

/** As a press on the control's label: it takes the focus, in place, and is chosen. */
function pressControl(event: MouseEvent<HTMLElement>): void {
  if (!isOfRow(event)) return;
  const control = event.currentTarget.querySelector('input');
  control?.focus({ preventScroll: true });
  control?.click();
}

/** A row; where its columns stay the same, it is rendered again only when it changes. */
const TableRow: <Row>(props: TableRowProps<Row>) => ReactNode = memo(PlainTableRow);

/** A row of one cell, as wide as the table: what it holds must not widen the first column. */
function BelowRow({ label, content }: RowBelow) {
  const styles = useStyles();
  return (
    <div role="row" aria-label={label} className={styles.belowRow}>
      <div role="cell" className={styles.belowCell}>
        <div className={styles.belowNoWidth}>
          <div className={styles.below}>{content}</div>
        </div>
      </div>
    </div>
  );
}
