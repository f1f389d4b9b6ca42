import type { ReactNode } from 'react';
import type { OwnList } from '#src/datasources/list.ts';
import type { Address } from '#src/lib/address-values.ts';
import type { ListPlace } from '#src/pages/list/place.ts';
import { notLoaded } from '#src/strings/datasources.ts';
import { Caveat } from '#src/ui/Caveat.tsx';
import { useCaveat } from '#src/ui/caveats.ts';
import { NameLink } from '#src/ui/links.tsx';

interface OtherListsProps {
  /** The other lists of the page by their words in addresses. */
  readonly lists: ReadonlyMap<string, OwnList>;
  readonly address: Address;
  /** Leads to a list; given its word, and what it says. */
  readonly renderLink: (word: string, text: string) => ReactNode;
  /** Names of datasources whose lists did not load. */
  readonly missing: readonly string[];
}

/** Says under a list what others have that fits too, and which did not load. */
export function OtherLists({ lists, address, renderLink, missing }: OtherListsProps) {
  return (
    <>
      {[...lists].map(
        ([word, { beside }]) =>
          beside && (
            <beside.Line key={word} address={address}>
              {(text) => <RowsElsewhere text={text}>{renderLink(word, beside.show)}</RowsElsewhere>}
            </beside.Line>
          ),
      )}
      {missing.length > 0 && <Caveat>{notLoaded(missing)}</Caveat>}
    </>
  );
}

interface RowsElsewhereProps {
  readonly text: string;
  /** What leads to them. */
  readonly children: ReactNode;
}

function RowsElsewhere({ text, children }: RowsElsewhereProps) {
  useCaveat(text);
  return (
    <span>
      {text} {children}
    </span>
  );
}

/** How rows are opened: by their names as links, and by Enter. */
export const opening = (target: ListPlace['target']): Pick<ListPlace, 'target' | 'linkTo'> => ({
  target,
  linkTo: (id, text) => (
    // Enter on the row opens it: the link is for the mouse, and for those who read by links.
    <NameLink {...target(id)} tabIndex={-1}>
      {text}
    </NameLink>
  ),
});
