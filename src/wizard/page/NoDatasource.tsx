import { wizard } from '#src/strings/wizard.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NotLoaded } from '#src/wizard/page/NotLoaded.tsx';

export interface NoDatasourceProps {
  readonly kind: string;
  readonly state: 'loading' | 'failed';
}

/** That a datasource's code did not load; nothing while it is on its way. */
export function NoDatasource({ kind, state }: NoDatasourceProps) {
  if (state === 'loading') return null;
  return (
    <>
      <PageHeader title={wizard.trouble.notLoaded.title} />
      <NotLoaded kind={kind} />
    </>
  );
}
