import { Button } from '@fluentui/react-components';
import { flushSync } from 'react-dom';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { focusField } from '#src/ui/focus-field.ts';

export interface InsteadButtonProps {
  readonly instead: NonNullable<Explanation['instead']>;
  readonly size?: 'small' | 'medium';
  /** Called when the way out was taken, so that the explanation can go. */
  readonly onApplied?: (() => void) | undefined;
  /** The id of what takes the focus where the field that was changed is elsewhere. */
  readonly focusAfter?: string | undefined;
}

/** The way out of a refusal: makes the change, and leads to the field that it changed. */
export function InsteadButton({ instead, size = 'medium', ...after }: InsteadButtonProps) {
  return (
    <Button
      size={size}
      onClick={() => {
        // A field that the change brings up is there before the focus goes to it.
        flushSync(() => {
          instead.apply();
          after.onApplied?.();
        });
        if (!focusField(instead.field)) focusField(after.focusAfter ?? '');
      }}
    >
      {wizard.explain.doInstead(instead.label)}
    </Button>
  );
}
