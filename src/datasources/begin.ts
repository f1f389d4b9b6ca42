import type { DraftOrigin, Task } from '#src/datasources/datasource.ts';
import { DATASOURCES, LOADS, ownerOf } from '#src/datasources/registry.ts';
import { loadCode, MissingCodeError } from '#src/lib/load.ts';
import { notHere, notLoaded } from '#src/strings/datasources.ts';
import type { DraftChange } from '#src/wizard/draft/schema.ts';
import type { OtherTask } from '#src/model/restore-option.ts';

/** The datasource of a draft for which none is chosen yet. */
export const USUAL_DATASOURCE = 'azure-vm';

/** A draft, and the task that it is of. */
export interface Begun {
  readonly draftId: string;
  readonly task: Task;
}

/** What a draft is created for; without a task that the datasource has, a restore. */
interface Why extends DraftOrigin {
  readonly task?: OtherTask | undefined;
}

/**
 * Creates and stores a draft of the datasource that it is given, or else that its instance is of.
 * @throws MissingCodeError that says whose code can't be loaded, Error where this build has no such datasource.
 */
export async function begin(
  given: DraftChange,
  chosen?: DraftChange,
  { task: wanted, ...origin }: Why = {},
): Promise<Begun> {
  const id = datasourceOf(given);
  const datasource = DATASOURCES.get(id);
  if (datasource === undefined) throw new Error(notHere(id));
  const loaded = await LOADS.load(id);
  if (loaded.state !== 'loaded') throw new MissingCodeError(notLoaded([datasource.name]));
  const tasks = loaded.code;
  // A datasource that can't do what an address asks for can restore: its draft's title says which it is.
  const other = wanted && tasks[wanted];
  const task = other === undefined ? tasks.restore : await loadCode(other);
  return { draftId: task.begin(given, chosen, origin), task };
}

function datasourceOf({ datasource, instance }: DraftChange): string {
  if (typeof datasource === 'string') return datasource;
  return (typeof instance === 'string' ? ownerOf(instance)?.id : undefined) ?? USUAL_DATASOURCE;
}
