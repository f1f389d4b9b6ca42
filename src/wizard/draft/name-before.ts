import { instanceName } from '#src/model/instances.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** The name of what is restored, for drafts that were stored before they held it. */
export function nameBefore({ datasource, instance }: DraftChoices): string | null {
  if (instance === null) return null;
  if (datasource === 'azure-disk') return instanceName(instance);
  return instance.split(';').at(-1) ?? null;
}
