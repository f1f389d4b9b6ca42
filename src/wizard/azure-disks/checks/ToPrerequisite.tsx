import { diskChecks } from '#src/strings/disk-checks.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import type { PrerequisiteId } from '#src/wizard/azure-disks/checks/prerequisite.ts';
import { prerequisiteId } from '#src/wizard/azure-disks/checks/PrerequisiteLine.tsx';

/** Leads from the validation to the prerequisite that it is about. */
export function ToPrerequisite({ id }: { readonly id: PrerequisiteId }) {
  return (
    <LinkButton onClick={() => void focusField(prerequisiteId(id))}>
      {diskChecks.validation.toPrerequisite(diskChecks.prerequisites.name[id])}
    </LinkButton>
  );
}
