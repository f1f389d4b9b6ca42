import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { WizardPage } from '#src/wizard/WizardPage.tsx';

const route = getRouteApi('/restore/$draftId/$step');

/** The wizard at its address. */
export function RestorePage() {
  const { draftId, step } = route.useParams();
  const navigate = useNavigate();
  // The wizard waits for the job in an effect, so the function must stay the same.
  const onJob = useCallback(
    (id: string) =>
      void navigate({ to: '/jobs/$jobId', params: { jobId: jobAddress(id) }, replace: true }),
    [navigate],
  );
  return (
    <WizardPage
      draftId={draftId}
      step={step}
      onStep={(next, field) =>
        void navigate({
          to: '/restore/$draftId/$step',
          params: { draftId, step: next },
          ...(field === undefined ? {} : { hash: field }),
        })
      }
      onJob={onJob}
    />
  );
}
