import { nameOf } from '#src/model/resource-id.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** What of a draft tells what it restores. */
interface Begun {
  readonly choices: Pick<DraftChoices, 'datasource' | 'instance'>;
}

/**
 * The name of what a draft restores, as its protected item's or backup instance's id has it; undefined
 * when nothing is chosen.
 */
export function machineOf({ choices }: Begun): string | undefined {
  const { datasource, instance } = choices;
  if (instance === null) return undefined;
  return datasource === 'azure-disk' ? diskIn(nameOf(instance)) : instance.split(';').at(-1);
}

/** Azure names a backup instance by the disk, twice or beside its group, and an id of its own. */
function diskIn(instanceName: string): string {
  const name = instanceName.replace(/-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, '');
  return /^(.+)-\1$/.exec(name)?.[1] ?? name;
}
