import { nameOf } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { TakenBack } from '#src/wizard/draft/schema.ts';

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
