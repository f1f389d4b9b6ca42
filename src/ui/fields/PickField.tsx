import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { wizard } from '#src/strings/wizard.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';
import { type Blocked, ExplainedOption } from '#src/ui/fields/option.tsx';
import { type FieldTexts, RefusedWhy } from '#src/ui/fields/FieldRow.tsx';
import { focusField } from '#src/ui/dom.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    // What opens under a row is as wide as this.
    containerType: 'inline-size',
  },
  error: { color: tokens.colorPaletteRedForeground1 },
  blocked: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface PickFieldProps<Values extends FieldValues, Row> extends Omit<FieldTexts, 'hint'> {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  /** The head of the first column, which holds the choice. */
  readonly firstHead: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly valueOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly blockedOf?: (row: Row) => Blocked | undefined;
}

/**
 * One row chosen of a table, wired to the form. A blocked row stays readable and can be focused;
 * pressing it opens its explanation under the row instead of choosing.
 */
export function PickField<Values extends FieldValues, Row>(props: PickFieldProps<Values, Row>) {
  const styles = useStyles();
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const [explained, setExplained] = useState<Explained | null>(null);
  const explainedRow = props.rows.find((row) => props.valueOf(row) === explained?.value);
  const why = explainedRow === undefined ? undefined : props.blockedOf?.(explainedRow);
  const errorId = `${props.name}-error`;
  const code = fieldState.error?.message;
  return (
    <div
      id={props.name}
      role="radiogroup"
      aria-label={props.label}
      aria-describedby={code === undefined ? undefined : errorId}
      className={styles.root}
    >
      {code !== undefined && (
        <span id={errorId} className={styles.error}>
          <Status tone="failed">{props.errorText(code)}</Status>
        </span>
      )}
      <RefusedWhy label={props.label} code={code} explainError={props.explainError} />
      <DataTable
        label={props.label}
        columns={[pickColumn(props, field, setExplained), ...props.columns]}
        rows={props.rows}
        rowKey={props.valueOf}
        choice={{
          nameOf: props.nameOf,
          isChosen: (row) => props.valueOf(row) === field.value,
        }}
        below={
          explainedRow &&
          why && {
            of: props.valueOf(explainedRow),
            label: wizard.explain.why,
            content: (
              <ExplainedOption
                key={`${props.valueOf(explainedRow)} ${String(explained?.takesFocus)}`}
                isOfRow
                takesFocus={explained?.takesFocus === true}
                label={props.nameOf(explainedRow)}
                explanation={why.explain()}
                onClose={() => {
                  setExplained(null);
                  focusField(whyId(props.name, props.valueOf(explainedRow)));
                }}
              />
            ),
          }
        }
      />
    </div>
  );
}

/** The id of what asks why a row cannot be chosen. */
const whyId = (name: string, value: string): string => `${name}-why-${value}`;

/** The row that is explained. Who only passes by with the arrow keys keeps the focus among the radios. */
interface Explained {
  readonly value: string;
  readonly takesFocus: boolean;
}

interface Picked {
  readonly value: string | null;
  readonly ref: (element: HTMLInputElement | null) => void;
  readonly onChange: (value: string) => void;
}

/** The column of radios. The first takes the focus when the form asks for it. */
function pickColumn<Values extends FieldValues, Row>(
  { name, firstHead, rows, valueOf, nameOf, blockedOf }: PickFieldProps<Values, Row>,
  field: Picked,
  onExplain: (explained: Explained | null) => void,
): Column<Row> {
  return {
    head: firstHead,
    cell: (row) => {
      const blocked = blockedOf?.(row);
      return (
        <PickCell
          name={name}
          label={nameOf(row)}
          isChosen={field.value === valueOf(row)}
          blocked={blocked}
          inputRef={row === rows[0] ? field.ref : undefined}
          onChoose={() => {
            onExplain(blocked === undefined ? null : { value: valueOf(row), takesFocus: false });
            if (blocked === undefined) field.onChange(valueOf(row));
          }}
          whyId={whyId(name, valueOf(row))}
          onExplain={() => onExplain({ value: valueOf(row), takesFocus: true })}
        />
      );
    },
  };
}

interface PickCellProps {
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly blocked: Blocked | undefined;
  readonly inputRef: ((element: HTMLInputElement | null) => void) | undefined;
  readonly onChoose: () => void;
  readonly whyId: string;
  readonly onExplain: () => void;
}

function PickCell({
  name,
  label,
  isChosen,
  blocked,
  inputRef,
  onChoose,
  whyId: id,
  onExplain,
}: PickCellProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      <ChoiceRadio
        ref={inputRef}
        name={name}
        value={label}
        label={label}
        checked={isChosen}
        isRefused={blocked !== undefined}
        onChange={onChoose}
      />
      {blocked !== undefined && (
        <div className={styles.blocked}>
          <Status tone="impossible">{blocked.short}</Status>{' '}
          <LinkButton id={id} aria-label={wizard.explain.whyNot(label)} onClick={onExplain}>
            {wizard.explain.why}
          </LinkButton>
        </div>
      )}
    </>
  );
}
