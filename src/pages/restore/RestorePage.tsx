import { getRouteApi, Navigate, useNavigate, useRouterState } from '@tanstack/react-router';
import { memo, useCallback } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { WizardPage } from '#src/wizard/WizardPage.tsx';

const route = getRouteApi('/restore/$draftId/$step');

/** The wizard at its address. */
export function RestorePage() {
  const { draftId, step } = route.useParams();
  const navigate = useNavigate();
  // The same ones at every step: what is around a step is drawn once.
  const onStep = useCallback(
    (next: string, field?: string) =>
      void navigate({
        to: '/restore/$draftId/$step',
        params: { draftId, step: next },
        ...(field === undefined ? {} : { hash: field }),
      }),
    [navigate, draftId],
  );
  const onJob = useCallback(
    (id: string) =>
      void navigate({ to: '/jobs/$jobId', params: { jobId: jobAddress(id) }, replace: true }),
    [navigate],
  );
  return <WizardPage {...{ draftId, step, onStep, onJob, ToJob }} />;
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
