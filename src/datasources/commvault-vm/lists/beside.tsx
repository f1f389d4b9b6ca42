import { useListed } from '#src/api/queries/paged.ts';
import { usePlaceNames } from '#src/api/resources/places.ts';
import type { Beside, BesideLineProps, ListedRow, ListSpec } from '#src/datasources/list.ts';

interface BesideWords {
  readonly too: (count: string) => string;
  readonly tooNotRead: string;
  readonly show: string;
}

const FIRST = { first: 0, last: 0 };

/**
 * What a list of the CommServe has for the address of a list of Azure: as many rows as it shows once a person
 * opens it. `ofAzure` names the parts of an address that only rows of Azure have.
 */
export function besideOf<Row extends ListedRow>(
  { listOf }: ListSpec<Row>,
  ofAzure: readonly string[],
  words: BesideWords,
): Beside {
  function Counted({ address, children }: BesideLineProps) {
    const { source, count } = listOf(address);
    const rows = useListed(source, FIRST);
    const names = usePlaceNames();
    const { total, read } = rows;
    if (total === undefined) return read.error === null ? null : children(words.tooNotRead);
    return total === 0 ? null : children(words.too(count(total, rows, names)));
  }
  function RowsToo({ address, children }: BesideLineProps) {
    const isOfAzure =
      ofAzure.some((part) => Boolean(address[part])) || listOf(address).ignored.length > 0;
    return isOfAzure ? null : <Counted address={address}>{children}</Counted>;
  }
  return { Line: RowsToo, show: words.show };
}
