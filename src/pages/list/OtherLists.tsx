import type { ReactNode } from 'react';
import type { OwnList } from '#src/datasources/list.ts';
import type { Address } from '#src/lib/address-values.ts';
import { notLoaded } from '#src/strings/datasources.ts';
import { Status } from '#src/ui/Status.tsx';

export interface OtherListsProps {
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
              {(text) => (
                <span>
                  {text} {renderLink(word, beside.show)}
                </span>
              )}
            </beside.Line>
          ),
      )}
      {missing.length > 0 && <Status tone="unknown">{notLoaded(missing)}</Status>}
    </>
  );
}
