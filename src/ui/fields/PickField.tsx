import { makeStyles, Radio, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import {
  type Control,
  type FieldPathByValue,
  type FieldValues,
  useController,
} from 'react-hook-form';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  error: { color: tokens.colorPaletteRedForeground1 },
  blocked: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface PickFieldProps<Values extends FieldValues, Row> {
  readonly control: Control<Values>;
  readonly name: FieldPathByValue<Values, string | null>;
  readonly label: string;
  readonly errorText: (code: string) => string;
  /** The head of the first column, which holds the choice. */
  readonly firstHead: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly valueOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly blockedBecause?: (row: Row) => string | undefined;
}

/** One row chosen of a table, wired to the form. A blocked row stays readable and says why. */
export function PickField<Values extends FieldValues, Row>(props: PickFieldProps<Values, Row>) {
  const styles = useStyles();
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const errorId = `${props.name}-error`;
  const code = fieldState.error?.message;
  return (
    <div
      role="radiogroup"
      aria-label={props.label}
      aria-describedby={code === undefined ? undefined : errorId}
      className={styles.root}
    >
      {code !== undefined && (
        <span id={errorId} role="alert" className={styles.error}>
          <Status tone="failed">{props.errorText(code)}</Status>
        </span>
      )}
      <DataTable
        label={props.label}
        columns={[pickColumn(props, field), ...props.columns]}
        rows={props.rows}
        rowKey={props.valueOf}
      />
    </div>
  );
}

interface Picked {
  readonly value: string | null;
  readonly ref: (element: HTMLInputElement | null) => void;
  readonly onChange: (value: string) => void;
}

/** The column of radios. The first takes the focus when the form asks for it. */
function pickColumn<Values extends FieldValues, Row>(
  { name, firstHead, rows, valueOf, nameOf, blockedBecause }: PickFieldProps<Values, Row>,
  field: Picked,
): Column<Row> {
  return {
    head: firstHead,
    cell: (row) => {
      const because = blockedBecause?.(row);
      return (
        <PickCell
          name={name}
          label={nameOf(row)}
          isChosen={field.value === valueOf(row)}
          because={because}
          inputRef={row === rows[0] ? field.ref : undefined}
          onChoose={() => {
            if (because === undefined) field.onChange(valueOf(row));
          }}
        />
      );
    },
  };
}

interface PickCellProps {
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly because: string | undefined;
  readonly inputRef: ((element: HTMLInputElement | null) => void) | undefined;
  readonly onChoose: () => void;
}

function PickCell({
  name,
  label,
  isChosen,
  because,
  inputRef,
  onChoose,
}: PickCellProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      <Radio
        ref={inputRef}
        name={name}
        value={label}
        label={label}
        checked={isChosen}
        aria-disabled={because !== undefined}
        onChange={onChoose}
      />
      {because !== undefined && (
        <div className={styles.blocked}>
          <Status tone="impossible">{because}</Status>
        </div>
      )}
    </>
  );
}
