import { coverage } from '#src/strings/coverage.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';

/** Below a summary: what it doesn’t cover, because nothing here looks at it. */
export function NotLookedAt({ names }: { readonly names: readonly string[] }) {
  const { second } = useCommonStyles();
  return names.length === 0 ? null : <div className={second}>{coverage.line(names)}</div>;
}
