import { aboutMachine } from '#src/strings/about-machine.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { TakenBack } from '#src/wizard/draft/schema.ts';

const LABELS: Readonly<Record<TakenBack['field'], string>> = {
  instance: wizard.instance.label,
  point: wizard.point.label,
  rg: wizard.configuration.rg,
  vnet: wizard.configuration.vnet,
  subnet: wizard.configuration.subnet,
  zone: wizard.configuration.zone,
  staging: wizard.configuration.staging,
  diskEncryptionSet: wizard.configuration.encryptionSet,
  diskAccessId: wizard.network.diskAccess,
  confirmReplace: wizard.configuration.confirm,
  ...aboutMachine.questions,
};

/** A field's label, word for word as it stands in its step. */
export function fieldLabel(field: TakenBack['field']): string {
  return LABELS[field];
}
