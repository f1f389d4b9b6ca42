import { storedValues } from '#src/lib/stored-values.ts';

/** A backup instance that was opened. */
export interface OpenedInstance {
  readonly id: string;
  /** What a person knows it by. */
  readonly name: string;
  /** Tells it from others of its name, such as its resource group and its vault. */
  readonly place: readonly string[];
}

/** More are never shown. */
const MOST = 5;

const stored = storedValues<readonly OpenedInstance[]>('recentInstances', {
  safeParse: (value) =>
    Array.isArray(value) && value.every(isOpened)
      ? { success: true, data: value }
      : { success: false },
});
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

function isOpened(value: unknown): value is OpenedInstance {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'place' in value &&
    Array.isArray(value.place) &&
    value.place.every((one) => typeof one === 'string')
  );
}
