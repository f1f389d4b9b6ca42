import { focusField } from '#src/ui/focus-field.ts';
import type { Unknown } from '#src/ui/unknown.ts';

/** What is pressed goes away with the reason, so the focus moves to the heading above. */
export function keepingFocus(unknown: Unknown, headingId: string): Unknown {
  const { way } = unknown;
  if (way === null) return unknown;
  const go = (): void => {
    focusField(headingId);
    way.go();
  };
  return { ...unknown, way: { ...way, go } };
}
