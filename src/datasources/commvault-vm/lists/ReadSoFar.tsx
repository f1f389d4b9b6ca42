import { Button } from '@fluentui/react-components';
import type { ReadSoFar as SoFar } from '#src/api/queries/paged.ts';
import { countText } from '#src/lib/format.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';

const words = commvaultLists.readSoFar;

/** How much of a list was searched, and the way to read the rest of it. */
export function ReadSoFar({ read, total, isReading, failed, readAll, stop }: SoFar) {
  if (total === undefined) return null;
  const isWhole = read >= total && !isReading;
  return (
    <span>
      <span role="status">
        {isWhole ? words.all(countText(read)) : words.found(countText(read), countText(total))}
        {failed !== null && ` ${words.failed(failed)}`}
      </span>{' '}
      {!isWhole && (
        <Button size="small" onClick={isReading ? stop : readAll}>
          {isReading ? words.stop : words.readAll}
        </Button>
      )}
    </span>
  );
}
