import { lazy } from 'react';
import { loadCode } from '#src/lib/load-code.ts';

/** The example with all worked cases: fetched when one constraint is looked at. */
export const LazyExample = lazy(async () => {
  const { RuleExample } = await loadCode(() => import('#src/pages/rules/example/RuleExample.tsx'));
  return { default: RuleExample };
});

/** The way into the demo's wizard, which a live build does not contain. */
export const LazyDemoCase = __DEMO__
  ? lazy(async () => {
      const { DemoCase } = await loadCode(() => import('#src/pages/rules/example/DemoCase.tsx'));
      return { default: DemoCase };
    })
  : null;
