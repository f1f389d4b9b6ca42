import { Button } from '@fluentui/react-components';
import type { Address } from '#src/lib/address-values.ts';
import { DATASOURCE_ID } from '#src/pages/list/datasource-filter.ts';
import type { Listings } from '#src/pages/list/loaded.ts';
import { OtherLists } from '#src/pages/list/OtherLists.tsx';
import { focusField } from '#src/ui/dom.ts';

interface OtherJobsProps {
  readonly beside: Listings;
  readonly address: Address;
  /** Leads to the list of a datasource, by its word. */
  readonly onShow: (datasource: string) => void;
}

/** Says under Azure's list of jobs what it lacks. */
export function OtherJobs({ beside, address, onShow }: OtherJobsProps) {
  const lists = beside.all.flatMap(({ word, lists: { jobs } }) =>
    jobs === undefined ? [] : [[word, jobs] as const],
  );
  return (
    <OtherLists
      lists={new Map(lists)}
      address={address}
      renderLink={(word, text) => (
        <Button
          size="small"
          onClick={() => {
            // The button goes with the list that it stands under; the filter stays, and says what is shown.
            onShow(word);
            focusField(DATASOURCE_ID);
          }}
        >
          {text}
        </Button>
      )}
      missing={beside.missing}
    />
  );
}
