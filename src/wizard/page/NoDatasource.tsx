import { wizard } from '#src/strings/wizard.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';
import { NotLoaded } from '#src/wizard/page/NotLoaded.tsx';

export interface NoDatasourceProps {
  readonly kind: string;
  readonly state: 'loading' | 'failed';
}

/** In place of the wizard: that its code is on its way, or did not load. */
export function NoDatasource({ kind, state }: NoDatasourceProps) {
  if (state === 'loading') return <SkeletonRows what={wizard.stepWhat} />;
  return (
    <>
      <PageHeader title={wizard.trouble.notLoaded.title} />
      <NotLoaded kind={kind} />
    </>
  );
}
