import { FieldRow, type FieldRowProps } from '#src/ui/fields/FieldRow.tsx';
import type { FieldOption } from '#src/ui/fields/option.tsx';
import { Select, type SelectProps } from '#src/ui/fields/Select.tsx';
import { Name } from '#src/ui/text.tsx';

/** An entry; one that is refused keeps its place, and pressing it says why. */
export interface ListOption extends Pick<FieldOption, 'label' | 'remark'> {
  readonly value: string;
  readonly isRefused?: boolean;
}

/** An entry that is called as its value. */
export const plainOption = (value: string): ListOption => ({ value, label: value });

interface ListRowProps
  extends
    Omit<FieldRowProps, 'children'>,
    Pick<SelectProps, 'id' | 'placeholder' | 'chosen' | 'onChoose'> {
  readonly options: readonly ListOption[];
}

/** A row with a choice from a list, whose value is kept by whoever draws it. */
export function ListRow({ id, placeholder, chosen, options, onChoose, ...row }: ListRowProps) {
  return (
    <FieldRow {...row}>
      {(control) => (
        <Select
          {...control}
          {...{ id, placeholder, chosen, onChoose }}
          entries={() =>
            options.map(({ value, label, remark, isRefused = false }) => ({
              value,
              label,
              isRefused,
              content: (
                <span>
                  <Name>{label}</Name> {remark}
                </span>
              ),
            }))
          }
        />
      )}
    </FieldRow>
  );
}
