import { noteOpened, type OpenedInstance } from '#src/lib/recent-instances.ts';

/** Stores that a backup instance was opened, for the search: once its page is there. */
export function Opened({ id, name, place }: OpenedInstance) {
  return <span hidden ref={() => noteOpened({ id, name, place })} />;
}
