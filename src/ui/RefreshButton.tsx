import { Button } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { common } from '#src/strings/common.ts';

/** Reads again what a page shows. */
export function RefreshButton({ onRefresh }: { readonly onRefresh: () => void }) {
  return (
    <Button appearance="subtle" icon={<ArrowClockwise20Regular />} onClick={onRefresh}>
      {common.refresh}
    </Button>
  );
}
