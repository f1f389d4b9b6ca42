import { lazy, Suspense, useState } from 'react';
import { adoptedDrafts, forgetAdopted } from '#src/app/adopted.ts';

// It is shown once, and in few browsers.
const AdoptedDrafts = lazy(async () => {
  const { AdoptedDrafts: notice } = await import('#src/app/AdoptedDrafts.tsx');
  return { default: notice };
});

export interface AdoptedPlaceProps {
  /** Where the focus goes once it is dismissed. */
  readonly onDismissed: () => void;
}

/** The place of the notice that drafts of before belong to this account now; nothing while there is none. */
export function AdoptedPlace({ onDismissed }: AdoptedPlaceProps) {
  const [many, setMany] = useState(adoptedDrafts);
  if (many === 0) return null;
  const dismiss = () => {
    forgetAdopted();
    setMany(0);
    onDismissed();
  };
  return (
    <Suspense>
      <AdoptedDrafts many={many} onDismiss={dismiss} />
    </Suspense>
  );
}
