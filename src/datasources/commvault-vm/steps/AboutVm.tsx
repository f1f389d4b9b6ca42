import { flow } from '#src/strings/commvault/flow.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { type FieldsProps, sharedBy } from '#src/datasources/commvault-vm/steps/fields.ts';

/** What no API reports, asked of the operator. Nothing waits for an answer. */
export const AboutVm = (props: FieldsProps) => (
  <SelectField
    {...sharedBy(props)}
    name="encryptedBlobs"
    label={flow.field.encryptedBlobs}
    placeholder={flow.hint.notAnswered}
    hint={flow.hint.nothingReports}
    options={[
      { value: '', label: flow.hint.notAnswered },
      { value: 'yes', label: flow.yes },
      { value: 'no', label: flow.no },
    ]}
  />
);
