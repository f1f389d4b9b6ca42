import { Button } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { EmptyState } from '#src/ui/states.tsx';

const words = wizard.noSuchStep;

/** For an address whose last part is no step. */
export function NoSuchStep({ onFirst }: { readonly onFirst: () => void }) {
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState title={words.body}>
        <Button appearance="primary" onClick={onFirst}>
          {words.first}
        </Button>
      </EmptyState>
    </>
  );
}
