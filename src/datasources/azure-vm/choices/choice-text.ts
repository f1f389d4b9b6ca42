import { nameOf } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { ChosenText } from '#src/wizard/draft/taken-back.ts';
import type { TakenBack } from '#src/wizard/draft/schema.ts';
import { aboutMachine } from '#src/strings/about-machine.ts';

/** How a choice is named that only the draft holds; null where its id means nothing to people. */
export function choiceText(field: TakenBack['field'], value: string): string | null {
  switch (field) {
    case 'zone':
      return wizard.configuration.zoneOf(value);
    case 'rg':
    case 'subnet':
      return value;
    case 'vnet':
    case 'staging':
    case 'diskEncryptionSet':
    case 'diskAccessId':
      return nameOf(value);
    default:
      return null;
  }
}

/** A field and what was chosen in it. */
export const chosenText: ChosenText = (field, was) => {
  const label = fieldLabel(field);
  const text = was === undefined ? null : choiceText(field, was);
  if (text === null) return label;
  // A zone's text names its field.
  return field === 'zone' ? text : wizard.takenBack.field(label, text);
};

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
function fieldLabel(field: TakenBack['field']): string {
  return LABELS[field] ?? field;
}
