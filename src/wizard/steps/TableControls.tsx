import type { Control } from 'react-hook-form';
import { CheckField, TextField } from '#src/ui/fields/TextField.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { isFieldHidden, type View } from '#src/wizard/explain/view.ts';
import type { Field } from '#src/wizard/fields/field.ts';

interface TableControlsProps<Reads> {
  readonly table: Readonly<Record<string, Pick<Field<never, never>, 'step' | 'label' | 'control'>>>;
  readonly step: string;
  readonly view: View<Reads>;
  readonly control: Control<DraftChoices>;
}

/** The fields of a step whose control is the table's own, in its order. */
export function TableControls<Reads>({ table, step, view, control }: TableControlsProps<Reads>) {
  return Object.entries(table).map(([name, entry]) => {
    if (entry.step !== step || isFieldHidden(view, name)) return null;
    const own = { control, name, label: entry.label };
    if (entry.control === 'check') return <CheckField key={name} {...own} />;
    return entry.control === 'text' && <TextField key={name} {...own} {...errorWords(view)} />;
  });
}
