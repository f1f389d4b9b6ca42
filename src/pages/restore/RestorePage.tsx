import { getRouteApi, Navigate, useNavigate, useRouterState } from '@tanstack/react-router';
import { memo } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { WizardPage } from '#src/wizard/WizardPage.tsx';

const route = getRouteApi('/restore/$draftId/$step');

/** The wizard at its address. */
export function RestorePage() {
  const { draftId, step } = route.useParams();
  const navigate = useNavigate();
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
      onJob={(id) =>
        void navigate({ to: '/jobs/$jobId', params: { jobId: jobAddress(id) }, replace: true })
      }
      ToJob={ToJob}
    />
  );
}

/**
 * Leaves for a job's own address. Drawn once for a job: each drawing would set out anew. Who has set
 * out for another page meanwhile, which is still on its way, goes there.
 */
const ToJob = memo(function ToJob({ jobId }: { readonly jobId: string }) {
  const isHere = useRouterState({
    select: ({ location }) => location.pathname.startsWith('/restore/'),
  });
  return isHere && <Navigate to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }} replace />;
});
