import { lazyPart } from '#src/ui/Part.tsx';

/** The example with all worked cases: fetched when one constraint is looked at. */
export const LazyExample = lazyPart(
  () => import('#src/pages/rules/example/RuleExample.tsx'),
  (code) => code.RuleExample,
);

/** The way into the demo's wizard, which a live build does not contain. */
export const LazyDemoCase = __DEMO__
  ? lazyPart(
      () => import('#src/pages/rules/example/DemoCase.tsx'),
      (code) => code.DemoCase,
    )
  : null;
