import { useState } from 'react';
import { adoptedDrafts, forgetAdopted } from '#src/app/adopted.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';

// It is shown once, and in few browsers.
const AdoptedDrafts = lazyPart(
  () => import('#src/app/AdoptedDrafts.tsx'),
  (code) => code.AdoptedDrafts,
);

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
    <Part what={shell.earlierDrafts}>
      <AdoptedDrafts many={many} onDismiss={dismiss} />
    </Part>
  );
}
