import { Button, type ButtonProps } from '@fluentui/react-components';
import { common } from '#src/strings/common.ts';

/** Loads the page anew: a browser remembers code that it couldn't load for as long as the page lives. */
export function ReloadNew(props: Pick<ButtonProps, 'size' | 'appearance' | 'className'>) {
  return (
    <Button {...props} onClick={() => location.reload()}>
      {common.part.reloadNew}
    </Button>
  );
}
