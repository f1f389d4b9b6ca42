import {
  getRouteApi,
  Navigate,
  useNavigate,
  useRouter,
  useRouterState,
} from '@tanstack/react-router';
import { memo, useCallback, useState } from 'react';
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
  const onClose = useOrigin();
  return <WizardPage {...{ draftId, step, onStep, onJob, onClose, ToJob }} />;
}

/** Leads to the page that one came from; the backup instances where the wizard was opened by its address. */
function useOrigin(): () => Promise<void> {
  const { navigate, state } = useRouter();
  // As the wizard is drawn first, the page before is the one that was there last.
  const [before] = useState(state.resolvedLocation);
  const isPage = before !== undefined && !before.pathname.startsWith('/restore/');
  const href = isPage ? before.href : '/instances';
  return useCallback(() => navigate({ href }), [navigate, href]);
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
