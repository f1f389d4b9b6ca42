import * as z from 'zod/mini';
import { storedValues } from '#src/lib/stored-values.ts';

/** A backup instance that was opened: its id, and what a person knows it by. */
const opened = z.object({
  id: z.string(),
  name: z.string(),
  /** Tells it from others of its name, such as its resource group and its vault. */
  place: z.array(z.string()),
});
export type OpenedInstance = z.infer<typeof opened>;

/** More are never shown. */
const MOST = 5;

const stored = storedValues<readonly OpenedInstance[]>('recentInstances', z.array(opened));
const NONE: readonly OpenedInstance[] = [];

/** The backup instances that this account opened in this browser, the latest first. */
export const recentInstances = (): readonly OpenedInstance[] => stored.read('') ?? NONE;

/** Calls back after every change, also by another tab. Returns the way to stop. */
export const onRecentChange = stored.listen;

/** Stores that an instance was opened. */
export function noteOpened(instance: OpenedInstance): void {
  const before = recentInstances();
  const after = withOpened(before, instance);
  if (JSON.stringify(after) !== JSON.stringify(before)) stored.write('', after);
}

/** The list with one more at its start, each once, and the oldest left out where there are too many. */
export function withOpened(
  before: readonly OpenedInstance[],
  instance: OpenedInstance,
): readonly OpenedInstance[] {
  const isSame = ({ id }: OpenedInstance) => id.toLowerCase() === instance.id.toLowerCase();
  return [instance, ...before.filter((one) => !isSame(one))].slice(0, MOST);
}
